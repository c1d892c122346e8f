PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:version ?value } INSERT { ex:dataset dcat:version ex:something }
WHERE { ex:dataset dcat:version ?value }
