PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:distribution dct:format ex:format-2 }
