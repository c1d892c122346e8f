PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:record dct:issued ?value } INSERT { ex:record dct:issued "2026-01-01" }
WHERE { ex:record dct:issued ?value }
