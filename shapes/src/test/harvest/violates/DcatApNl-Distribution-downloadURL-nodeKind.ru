PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dcat:downloadURL ?value } INSERT { ex:distribution dcat:downloadURL "https://example.org/address" }
WHERE { ex:distribution dcat:downloadURL ?value }
