PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:publisher ?value } INSERT { ex:dataset dct:publisher "https://example.org/address" }
WHERE { ex:dataset dct:publisher ?value }
