PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:distribution dcat:downloadURL ex:address-2 }
