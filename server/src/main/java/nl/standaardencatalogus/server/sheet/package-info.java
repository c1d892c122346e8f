/**
 * Declarations as rows of a spreadsheet: files of three kinds read and written, and what a row says
 * of a record. Nothing here decides what may be declared.
 */
package nl.standaardencatalogus.server.sheet;
