/** The curated facts, and the reading of records from files that people hand in. */
package nl.standaardencatalogus.catalogue.facts;
