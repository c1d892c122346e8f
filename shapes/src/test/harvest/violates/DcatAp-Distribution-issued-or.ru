PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:issued ?value } INSERT { ex:distribution dct:issued "2026-01-01" }
WHERE { ex:distribution dct:issued ?value }
