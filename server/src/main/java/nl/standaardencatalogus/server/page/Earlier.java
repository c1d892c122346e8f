package nl.standaardencatalogus.server.page;

/**
 * An earlier state of a record.
 *
 * @param revision the revision that brought it
 * @param page the page about the record as it stood then; null where no day ended with it
 */
public record Earlier(Link revision, Link page) {}
