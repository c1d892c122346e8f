PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:publisher ?value } INSERT { ex:catalog dct:publisher ex:untyped }
WHERE { ex:catalog dct:publisher ?value }
