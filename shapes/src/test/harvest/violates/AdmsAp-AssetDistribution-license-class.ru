PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:license ?value } INSERT { ex:distribution dct:license ex:untyped }
WHERE { ex:distribution dct:license ?value }
