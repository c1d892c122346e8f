/** The catalogue as harvesters take it: DCAT-AP-NL 3, whole or what changed since a moment. */
package nl.standaardencatalogus.server.harvest;
