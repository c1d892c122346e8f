PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dct:language ?value } INSERT { ex:distribution dct:language ex:untyped }
WHERE { ex:distribution dct:language ?value }
