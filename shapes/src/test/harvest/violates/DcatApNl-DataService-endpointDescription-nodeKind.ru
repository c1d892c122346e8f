PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:service dcat:endpointDescription ?value } INSERT { ex:service dcat:endpointDescription "https://example.org/address" }
WHERE { ex:service dcat:endpointDescription ?value }
