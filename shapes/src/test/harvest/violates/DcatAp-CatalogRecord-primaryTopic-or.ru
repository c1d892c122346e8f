PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

DELETE { ex:record foaf:primaryTopic ?value } INSERT { ex:record foaf:primaryTopic ex:agent }
WHERE { ex:record foaf:primaryTopic ?value }
