PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:description ?value } INSERT { ex:catalog dct:description ex:something }
WHERE { ex:catalog dct:description ?value }
