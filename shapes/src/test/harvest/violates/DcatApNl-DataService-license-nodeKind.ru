PREFIX dct: <http://purl.org/dc/terms/>
PREFIX ex: <https://example.org/>

DELETE { ex:service dct:license ?value } INSERT { ex:service dct:license "https://example.org/address" }
WHERE { ex:service dct:license ?value }
