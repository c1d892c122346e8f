/** The days on which municipalities should look at their declarations again, as feeds. */
package nl.standaardencatalogus.server.reminder;
