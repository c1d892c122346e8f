PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:issued ?value } INSERT { ex:dataset dct:issued "2026-01-01" }
WHERE { ex:dataset dct:issued ?value }
