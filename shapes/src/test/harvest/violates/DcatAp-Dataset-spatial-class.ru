PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:spatial ?value } INSERT { ex:dataset dct:spatial ex:untyped }
WHERE { ex:dataset dct:spatial ?value }
