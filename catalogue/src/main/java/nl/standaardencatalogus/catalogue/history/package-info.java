/** The revisions as a dataset that can be queried, following the log. */
package nl.standaardencatalogus.catalogue.history;
