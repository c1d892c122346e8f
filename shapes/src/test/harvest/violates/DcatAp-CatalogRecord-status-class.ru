PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX ex: <https://example.org/>

DELETE { ex:record adms:status ?value } INSERT { ex:record adms:status ex:untyped }
WHERE { ex:record adms:status ?value }
