PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:issued ?value } INSERT { ex:catalog dct:issued "2026-01-01" }
WHERE { ex:catalog dct:issued ?value }
