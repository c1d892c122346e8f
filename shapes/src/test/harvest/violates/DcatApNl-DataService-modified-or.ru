PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:modified ?value } INSERT { ex:service dct:modified "2026-01-01" }
WHERE { ex:service dct:modified ?value }
