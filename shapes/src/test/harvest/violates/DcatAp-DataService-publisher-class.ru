PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:publisher ?value } INSERT { ex:service dct:publisher ex:untyped }
WHERE { ex:service dct:publisher ?value }
