PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:series dct:publisher ?value } INSERT { ex:series dct:publisher ex:untyped }
WHERE { ex:series dct:publisher ?value }
