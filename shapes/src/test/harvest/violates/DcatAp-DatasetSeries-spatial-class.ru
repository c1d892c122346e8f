PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:series dct:spatial ?value } INSERT { ex:series dct:spatial ex:untyped }
WHERE { ex:series dct:spatial ?value }
