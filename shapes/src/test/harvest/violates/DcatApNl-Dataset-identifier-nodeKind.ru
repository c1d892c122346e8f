PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:identifier ?value } INSERT { ex:dataset dct:identifier ex:something }
WHERE { ex:dataset dct:identifier ?value }
