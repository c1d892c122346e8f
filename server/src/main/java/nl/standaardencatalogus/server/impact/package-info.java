/** What would follow if a standard or a version ended, or a standard became binding, on a day. */
package nl.standaardencatalogus.server.impact;
