PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dcat:service ?value } INSERT { ex:catalog dcat:service ex:untyped }
WHERE { ex:catalog dcat:service ?value }
