PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:conformsTo ?value } INSERT { ex:distribution dct:conformsTo ex:untyped }
WHERE { ex:distribution dct:conformsTo ?value }
