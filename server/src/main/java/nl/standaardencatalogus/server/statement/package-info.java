/** What the catalogue states about itself: accessibility, privacy, and whom to turn to. */
package nl.standaardencatalogus.server.statement;
