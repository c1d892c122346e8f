PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:title ?value } INSERT { ex:service dct:title ex:something }
WHERE { ex:service dct:title ?value }
