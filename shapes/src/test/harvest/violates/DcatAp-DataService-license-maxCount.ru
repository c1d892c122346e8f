PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:service dct:license ex:licence-2 }
