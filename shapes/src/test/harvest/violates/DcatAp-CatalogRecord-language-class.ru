PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:record dct:language ?value } INSERT { ex:record dct:language ex:untyped }
WHERE { ex:record dct:language ?value }
