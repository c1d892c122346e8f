PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:title ?value } INSERT { ex:dataset dct:title ex:something }
WHERE { ex:dataset dct:title ?value }
