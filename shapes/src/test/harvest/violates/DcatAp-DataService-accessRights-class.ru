PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:accessRights ?value } INSERT { ex:service dct:accessRights ex:untyped }
WHERE { ex:service dct:accessRights ?value }
