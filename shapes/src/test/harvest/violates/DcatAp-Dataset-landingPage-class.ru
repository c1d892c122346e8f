PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:landingPage ?value } INSERT { ex:dataset dcat:landingPage ex:untyped }
WHERE { ex:dataset dcat:landingPage ?value }
