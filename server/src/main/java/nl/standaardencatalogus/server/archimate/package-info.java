/**
 * The architecture and its standards as a model that architects open in their own tool: the
 * exchange format of The Open Group for ArchiMate 3.
 */
package nl.standaardencatalogus.server.archimate;
