PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset adms:identifier ?value } INSERT { ex:dataset adms:identifier ex:untyped }
WHERE { ex:dataset adms:identifier ?value }
