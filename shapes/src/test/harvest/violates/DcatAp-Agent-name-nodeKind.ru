PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { ex:agent foaf:name ?value } INSERT { ex:agent foaf:name ex:something }
WHERE { ex:agent foaf:name ?value }
