/** Valid time: what holds on a day, and what follows from that. */
package nl.standaardencatalogus.catalogue.validity;
