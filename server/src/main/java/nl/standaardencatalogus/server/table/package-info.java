/** The main tables of the catalogue as files for a spreadsheet. */
package nl.standaardencatalogus.server.table;
