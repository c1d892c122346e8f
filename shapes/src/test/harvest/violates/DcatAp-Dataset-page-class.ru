PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { ex:dataset foaf:page ?value } INSERT { ex:dataset foaf:page ex:untyped }
WHERE { ex:dataset foaf:page ?value }
