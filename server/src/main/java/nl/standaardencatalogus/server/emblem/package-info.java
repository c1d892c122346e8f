/** Small drawings for other sites, which tell in a few words how it stands. */
package nl.standaardencatalogus.server.emblem;
