PREFIX ex: <https://example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:identifier skos:notation ?value } INSERT { ex:identifier skos:notation ex:something }
WHERE { ex:identifier skos:notation ?value }
