PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:record dct:conformsTo ex:specification-2 }
