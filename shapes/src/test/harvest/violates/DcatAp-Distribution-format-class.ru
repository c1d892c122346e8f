PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:format ?value } INSERT { ex:distribution dct:format ex:untyped }
WHERE { ex:distribution dct:format ?value }
