PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:service dcat:endpointDescription ex:address-2 }
