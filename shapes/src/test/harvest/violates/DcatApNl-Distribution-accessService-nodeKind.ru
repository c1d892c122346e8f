PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dcat:accessService ?value } INSERT { ex:distribution dcat:accessService "https://example.org/address" }
WHERE { ex:distribution dcat:accessService ?value }
