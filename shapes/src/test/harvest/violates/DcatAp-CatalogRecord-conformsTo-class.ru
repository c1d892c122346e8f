PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:record dct:conformsTo ?value } INSERT { ex:record dct:conformsTo ex:untyped }
WHERE { ex:record dct:conformsTo ?value }
