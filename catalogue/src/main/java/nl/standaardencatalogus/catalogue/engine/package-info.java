/** How queries run over a state in memory: in the order that touches least of it. */
package nl.standaardencatalogus.catalogue.engine;
