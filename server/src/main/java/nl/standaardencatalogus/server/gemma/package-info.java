/** Releases of GEMMA: what one says, how that differs from the catalogue, and taking it over. */
package nl.standaardencatalogus.server.gemma;
