PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:language ?value } INSERT { ex:dataset dct:language ex:untyped }
WHERE { ex:dataset dct:language ?value }
