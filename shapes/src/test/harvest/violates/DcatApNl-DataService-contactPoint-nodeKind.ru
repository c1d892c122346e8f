PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:service dcat:contactPoint ?value } INSERT { ex:service dcat:contactPoint "https://example.org/address" }
WHERE { ex:service dcat:contactPoint ?value }
