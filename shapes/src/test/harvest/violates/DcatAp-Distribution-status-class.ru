PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution adms:status ?value } INSERT { ex:distribution adms:status ex:untyped }
WHERE { ex:distribution adms:status ?value }
