PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { ex:distribution foaf:page ?value } INSERT { ex:distribution foaf:page ex:untyped }
WHERE { ex:distribution foaf:page ?value }
