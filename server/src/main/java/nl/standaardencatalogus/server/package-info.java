/** The doors: command line, settings and routes. */
package nl.standaardencatalogus.server;
