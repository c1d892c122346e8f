/** Event streams: every revision as a member of a Linked Data Event Stream, in pages. */
package nl.standaardencatalogus.server.feed;
