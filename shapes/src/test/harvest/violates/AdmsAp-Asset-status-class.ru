PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset adms:status ?value } INSERT { ex:dataset adms:status ex:untyped }
WHERE { ex:dataset adms:status ?value }
