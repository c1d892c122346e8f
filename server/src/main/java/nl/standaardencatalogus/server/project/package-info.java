/**
 * The goals of municipalities, the projects that work on them, what these yield and what pays for
 * them.
 */
package nl.standaardencatalogus.server.project;
