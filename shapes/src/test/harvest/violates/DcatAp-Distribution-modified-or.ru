PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:modified ?value } INSERT { ex:distribution dct:modified "2026-01-01" }
WHERE { ex:distribution dct:modified ?value }
