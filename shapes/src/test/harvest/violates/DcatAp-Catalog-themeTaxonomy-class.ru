PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

DELETE { ex:catalog dcat:themeTaxonomy ?value } INSERT { ex:catalog dcat:themeTaxonomy ex:untyped }
WHERE { ex:catalog dcat:themeTaxonomy ?value }
