PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:accessRights ?value } INSERT { ex:dataset dct:accessRights ex:untyped }
WHERE { ex:dataset dct:accessRights ?value }
