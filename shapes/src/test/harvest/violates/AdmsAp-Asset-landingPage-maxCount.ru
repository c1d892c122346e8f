PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:dataset dcat:landingPage ex:page-2 }
