PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:language ?value } INSERT { ex:service dct:language ex:untyped }
WHERE { ex:service dct:language ?value }
