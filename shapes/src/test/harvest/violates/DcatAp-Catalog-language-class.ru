PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:language ?value } INSERT { ex:catalog dct:language ex:untyped }
WHERE { ex:catalog dct:language ?value }
