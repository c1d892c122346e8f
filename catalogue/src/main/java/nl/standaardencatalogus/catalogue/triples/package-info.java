/** A graph whose nodes have numbers: small to keep, quick to copy, and what the engine runs on. */
package nl.standaardencatalogus.catalogue.triples;
