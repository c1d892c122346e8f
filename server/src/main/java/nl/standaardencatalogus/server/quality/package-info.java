/** What the rules find in the catalogue, for people: by rule, by who can mend it, and over time. */
package nl.standaardencatalogus.server.quality;
