PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:licence dct:type ?value } INSERT { ex:licence dct:type ex:untyped }
WHERE { ex:licence dct:type ?value }
