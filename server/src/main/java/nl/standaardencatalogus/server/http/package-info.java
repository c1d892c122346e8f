/** What every door of the server shares: problems, negotiation, guards, health and figures. */
package nl.standaardencatalogus.server.http;
