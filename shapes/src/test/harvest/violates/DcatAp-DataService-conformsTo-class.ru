PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:conformsTo ?value } INSERT { ex:service dct:conformsTo ex:untyped }
WHERE { ex:service dct:conformsTo ?value }
