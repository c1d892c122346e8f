PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:series dct:accrualPeriodicity ?value } INSERT { ex:series dct:accrualPeriodicity ex:untyped }
WHERE { ex:series dct:accrualPeriodicity ?value }
