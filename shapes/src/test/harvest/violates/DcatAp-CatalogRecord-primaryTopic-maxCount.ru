PREFIX ex: <https://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA { ex:record foaf:primaryTopic ex:series }
