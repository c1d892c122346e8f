PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:catalog dcat:contactPoint ex:contact-2 }
