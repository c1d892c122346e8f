PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dcat:contactPoint ?value } INSERT { ex:catalog dcat:contactPoint ex:untyped }
WHERE { ex:catalog dcat:contactPoint ?value }
