/** Municipalities, or standards, side by side. */
package nl.standaardencatalogus.server.compare;
