PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:dataset dcat:version "voorbeeld-2" }
