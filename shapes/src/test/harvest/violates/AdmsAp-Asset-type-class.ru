PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:type ?value } INSERT { ex:dataset dct:type ex:untyped }
WHERE { ex:dataset dct:type ?value }
