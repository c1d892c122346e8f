PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:distribution ?value } INSERT { ex:dataset dcat:distribution ex:untyped }
WHERE { ex:dataset dcat:distribution ?value }
