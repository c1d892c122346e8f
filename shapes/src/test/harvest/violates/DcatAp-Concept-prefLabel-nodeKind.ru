PREFIX ex: <https://example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:concept skos:prefLabel ?value } INSERT { ex:concept skos:prefLabel ex:something }
WHERE { ex:concept skos:prefLabel ?value }
