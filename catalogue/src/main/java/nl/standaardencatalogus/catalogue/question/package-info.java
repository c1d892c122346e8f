/** The questions that the catalogue answers, each a SPARQL file below {@code src/main/sparql}. */
package nl.standaardencatalogus.catalogue.question;
