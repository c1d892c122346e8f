PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dcat:record ?value } INSERT { ex:catalog dcat:record ex:untyped }
WHERE { ex:catalog dcat:record ?value }
