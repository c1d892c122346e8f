PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:description ?value } INSERT { ex:service dct:description ex:something }
WHERE { ex:service dct:description ?value }
