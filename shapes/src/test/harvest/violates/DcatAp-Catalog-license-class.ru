PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:license ?value } INSERT { ex:catalog dct:license ex:untyped }
WHERE { ex:catalog dct:license ?value }
