PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:creator ?value } INSERT { ex:service dct:creator ex:untyped }
WHERE { ex:service dct:creator ?value }
