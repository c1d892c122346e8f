PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:modified ?value } INSERT { ex:catalog dct:modified "2026-01-01" }
WHERE { ex:catalog dct:modified ?value }
