PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:service dcat:landingPage ?value } INSERT { ex:service dcat:landingPage ex:untyped }
WHERE { ex:service dcat:landingPage ?value }
