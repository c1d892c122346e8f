PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:publisher ?value } INSERT { ex:dataset dct:publisher ex:untyped }
WHERE { ex:dataset dct:publisher ?value }
