PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE WHERE { ex:service dcat:endpointURL ?value }
