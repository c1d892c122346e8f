PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:series dct:issued ?value } INSERT { ex:series dct:issued "2026-01-01" }
WHERE { ex:series dct:issued ?value }
