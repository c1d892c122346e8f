PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE WHERE { ex:record foaf:primaryTopic ?value }
