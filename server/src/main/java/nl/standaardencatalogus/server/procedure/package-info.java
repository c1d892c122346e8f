/** How decisions come about: procedures with their steps, and meetings with their agendas. */
package nl.standaardencatalogus.server.procedure;
