PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset adms:interoperabilityLevel ?value } INSERT { ex:dataset adms:interoperabilityLevel ex:untyped }
WHERE { ex:dataset adms:interoperabilityLevel ?value }
