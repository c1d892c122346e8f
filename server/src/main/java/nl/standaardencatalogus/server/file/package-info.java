/** Files that the server keeps beside the log. */
package nl.standaardencatalogus.server.file;
