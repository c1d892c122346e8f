/**
 * Own sources: documents in which municipalities publish their declarations themselves, and what
 * the catalogue takes over from them.
 */
package nl.standaardencatalogus.server.source;
