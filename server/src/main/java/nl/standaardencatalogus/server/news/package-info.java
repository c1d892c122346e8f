/**
 * What is new, for programs that follow pages: Atom feeds, the site map, and what robots may read.
 */
package nl.standaardencatalogus.server.news;
