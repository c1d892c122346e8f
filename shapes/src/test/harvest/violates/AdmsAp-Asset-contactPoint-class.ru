PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dcat:contactPoint ?value } INSERT { ex:dataset dcat:contactPoint ex:untyped }
WHERE { ex:dataset dcat:contactPoint ?value }
