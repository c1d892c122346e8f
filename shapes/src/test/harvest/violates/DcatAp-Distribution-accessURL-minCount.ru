PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE WHERE { ex:distribution dcat:accessURL ?value }
