PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dcat:mediaType ?value } INSERT { ex:distribution dcat:mediaType ex:untyped }
WHERE { ex:distribution dcat:mediaType ?value }
