PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX ex: <https://example.org/>

INSERT DATA { ex:dataset adms:status ex:concept-2 }
