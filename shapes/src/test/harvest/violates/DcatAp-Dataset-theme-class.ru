PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:theme ?value } INSERT { ex:dataset dcat:theme ex:untyped }
WHERE { ex:dataset dcat:theme ?value }
