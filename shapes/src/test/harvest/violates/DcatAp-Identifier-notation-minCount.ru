PREFIX ex: <https://example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE WHERE { ex:identifier skos:notation ?value }
