PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:conformsTo ?value } INSERT { ex:dataset dct:conformsTo ex:untyped }
WHERE { ex:dataset dct:conformsTo ?value }
