PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:catalog dct:license ex:licence-2 }
