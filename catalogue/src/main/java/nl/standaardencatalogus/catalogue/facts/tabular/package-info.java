/** The program that turns tables of facts into the records of {@code catalogue/data}. */
package nl.standaardencatalogus.catalogue.facts.tabular;
