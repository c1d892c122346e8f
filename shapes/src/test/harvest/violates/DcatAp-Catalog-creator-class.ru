PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:creator ?value } INSERT { ex:catalog dct:creator ex:untyped }
WHERE { ex:catalog dct:creator ?value }
