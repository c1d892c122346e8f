PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:modified ?value } INSERT { ex:dataset dct:modified "2026-01-01" }
WHERE { ex:dataset dct:modified ?value }
