PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:identifier ?value } INSERT { ex:service dct:identifier ex:something }
WHERE { ex:service dct:identifier ?value }
