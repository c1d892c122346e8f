PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:title ?value } INSERT { ex:catalog dct:title ex:something }
WHERE { ex:catalog dct:title ?value }
