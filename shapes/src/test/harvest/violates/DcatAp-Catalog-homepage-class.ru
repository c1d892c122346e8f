PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { ex:catalog foaf:homepage ?value } INSERT { ex:catalog foaf:homepage ex:untyped }
WHERE { ex:catalog foaf:homepage ?value }
