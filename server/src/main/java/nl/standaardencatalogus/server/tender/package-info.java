/** What to ask for in a tender: the standards that chosen reference components have to carry. */
package nl.standaardencatalogus.server.tender;
