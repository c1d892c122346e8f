PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:creator ?value } INSERT { ex:dataset dct:creator "https://example.org/address" }
WHERE { ex:dataset dct:creator ?value }
