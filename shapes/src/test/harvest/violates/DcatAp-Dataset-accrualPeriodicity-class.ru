PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:dataset dct:accrualPeriodicity ?value } INSERT { ex:dataset dct:accrualPeriodicity ex:untyped }
WHERE { ex:dataset dct:accrualPeriodicity ?value }
