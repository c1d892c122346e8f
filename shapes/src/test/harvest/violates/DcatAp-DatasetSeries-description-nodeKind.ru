PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:series dct:description ?value } INSERT { ex:series dct:description ex:something }
WHERE { ex:series dct:description ?value }
