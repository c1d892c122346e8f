/** What municipalities do together, for whom, and on whose behalf. */
package nl.standaardencatalogus.server.cooperation;
