PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:series dct:accrualPeriodicity ex:frequency-2 }
