/** The API for programs: {@code /api/v1}, to read lists and for organisations to write. */
package nl.standaardencatalogus.server.api;
