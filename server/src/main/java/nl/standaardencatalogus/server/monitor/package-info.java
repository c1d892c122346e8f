/** How many municipalities use a standard over time, what they plan, and what to expect of that. */
package nl.standaardencatalogus.server.monitor;
