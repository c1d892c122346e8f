package nl.standaardencatalogus.catalogue.revision;

import java.time.Instant;

/**
 * When a revision was recorded.
 *
 * @param revision its number
 */
public record Moment(long revision, Instant recorded) {}
