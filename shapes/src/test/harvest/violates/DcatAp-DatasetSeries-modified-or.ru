PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:series dct:modified ?value } INSERT { ex:series dct:modified "2026-01-01" }
WHERE { ex:series dct:modified ?value }
