PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE WHERE { ex:catalog dcat:contactPoint ?value }
