PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:service dcat:keyword ?value } INSERT { ex:service dcat:keyword ex:something }
WHERE { ex:service dcat:keyword ?value }
