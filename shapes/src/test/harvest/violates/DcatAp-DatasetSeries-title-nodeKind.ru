PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:series dct:title ?value } INSERT { ex:series dct:title ex:something }
WHERE { ex:series dct:title ?value }
