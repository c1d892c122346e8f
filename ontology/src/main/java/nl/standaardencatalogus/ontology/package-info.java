/** The words: the catalogue's own terms and code lists, and Java constants for them. */
package nl.standaardencatalogus.ontology;
