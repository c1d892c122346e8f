/** Linked-data documents: what the catalogue says about one thing, in the form a client reads. */
package nl.standaardencatalogus.server.document;
