PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:service dcat:theme ?value } INSERT { ex:service dcat:theme ex:untyped }
WHERE { ex:service dcat:theme ?value }
