PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:record dct:modified ?value } INSERT { ex:record dct:modified "2026-01-01" }
WHERE { ex:record dct:modified ?value }
