/** The facts: records, revisions and the state that follows from them; no HTTP. */
package nl.standaardencatalogus.catalogue;
