PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { ex:catalog dct:modified "2026-02-01"^^xsd:date }
