package nl.standaardencatalogus.catalogue.revision;

/** A revision, and the commit that brought it. */
public record Arrival(Revision revision, Commit commit) {}
