PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:scheme dct:title ?value } INSERT { ex:scheme dct:title ex:something }
WHERE { ex:scheme dct:title ?value }
