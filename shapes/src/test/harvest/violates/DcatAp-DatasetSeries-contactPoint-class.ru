PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:series dcat:contactPoint ?value } INSERT { ex:series dcat:contactPoint ex:untyped }
WHERE { ex:series dcat:contactPoint ?value }
