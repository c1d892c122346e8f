PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:theme ?value } INSERT { ex:dataset dcat:theme ex:concept-2 }
WHERE { ex:dataset dcat:theme ?value }
