package nl.standaardencatalogus.server.page;

/**
 * An earlier state of a record.
 *
 * @param revision the revision that brought it
 * @param by the organisation that answers for it, where that is to be told; else null
 * @param page the page about the record as it stood then; null where no day ended with it
 */
public record Earlier(Link revision, String by, Link page) {}
