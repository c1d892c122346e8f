/** SPARQL queries: Fuseki's query service with a gate before it and a bound after it. */
package nl.standaardencatalogus.server.sparql;
