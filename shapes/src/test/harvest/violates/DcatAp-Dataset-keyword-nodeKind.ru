PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:keyword ?value } INSERT { ex:dataset dcat:keyword ex:something }
WHERE { ex:dataset dcat:keyword ?value }
