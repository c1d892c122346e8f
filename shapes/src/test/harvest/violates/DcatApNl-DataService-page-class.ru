PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { ex:service foaf:page ?value } INSERT { ex:service foaf:page ex:untyped }
WHERE { ex:service foaf:page ?value }
