/** Finding things by words: a Lucene index in memory, derived from the snapshot. */
package nl.standaardencatalogus.catalogue.search;
