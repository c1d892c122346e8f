PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:service dcat:endpointURL ?value } INSERT { ex:service dcat:endpointURL "https://example.org/address" }
WHERE { ex:service dcat:endpointURL ?value }
