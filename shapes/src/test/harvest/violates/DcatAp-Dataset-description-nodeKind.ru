PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:description ?value } INSERT { ex:dataset dct:description ex:something }
WHERE { ex:dataset dct:description ?value }
