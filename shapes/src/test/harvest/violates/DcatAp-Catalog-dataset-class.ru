PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dcat:dataset ?value } INSERT { ex:catalog dcat:dataset ex:untyped }
WHERE { ex:catalog dcat:dataset ?value }
