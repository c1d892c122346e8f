PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:distribution dcat:byteSize ?value } INSERT { ex:distribution dcat:byteSize "veel" }
WHERE { ex:distribution dcat:byteSize ?value }
