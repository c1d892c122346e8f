/** When versions come and end, and when decisions take effect, of all standards together. */
package nl.standaardencatalogus.server.roadmap;
