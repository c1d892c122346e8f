PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:service dcat:servesDataset ?value } INSERT { ex:service dcat:servesDataset ex:untyped }
WHERE { ex:service dcat:servesDataset ?value }
