PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:creator ?value } INSERT { ex:dataset dct:creator ex:untyped }
WHERE { ex:dataset dct:creator ?value }
