PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dcat:accessURL ?value } INSERT { ex:distribution dcat:accessURL "https://example.org/address" }
WHERE { ex:distribution dcat:accessURL ?value }
