PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dct:spatial ?value } INSERT { ex:catalog dct:spatial ex:untyped }
WHERE { ex:catalog dct:spatial ?value }
