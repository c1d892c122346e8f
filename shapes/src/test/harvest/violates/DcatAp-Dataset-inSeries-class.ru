PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:inSeries ?value } INSERT { ex:dataset dcat:inSeries ex:untyped }
WHERE { ex:dataset dcat:inSeries ?value }
