PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:accessRights ?value } INSERT { ex:dataset dct:accessRights "https://example.org/address" }
WHERE { ex:dataset dct:accessRights ?value }
