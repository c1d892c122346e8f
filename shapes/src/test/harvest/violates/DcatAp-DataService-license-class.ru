PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:license ?value } INSERT { ex:service dct:license ex:untyped }
WHERE { ex:service dct:license ?value }
