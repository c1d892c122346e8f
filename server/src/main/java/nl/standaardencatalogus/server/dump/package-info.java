/**
 * Dumps: for each day on which something changed one release, made when the day is over, signed,
 * linked to the one before it, and never changed.
 */
package nl.standaardencatalogus.server.dump;
