PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:agent dct:type ?value } INSERT { ex:agent dct:type ex:untyped }
WHERE { ex:agent dct:type ?value }
