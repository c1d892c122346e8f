/**
 * What holds for a municipality beside what it declared: the report about one municipality, and the
 * answer to one question about one standard.
 */
package nl.standaardencatalogus.server.gap;
