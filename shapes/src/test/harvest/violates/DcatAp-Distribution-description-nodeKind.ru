PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:description ?value } INSERT { ex:distribution dct:description ex:something }
WHERE { ex:distribution dct:description ?value }
