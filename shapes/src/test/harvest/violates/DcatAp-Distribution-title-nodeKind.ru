PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:title ?value } INSERT { ex:distribution dct:title ex:something }
WHERE { ex:distribution dct:title ?value }
