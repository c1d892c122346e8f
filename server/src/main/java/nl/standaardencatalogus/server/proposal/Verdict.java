package nl.standaardencatalogus.server.proposal;

import java.time.Instant;

/**
 * The answer to a submission.
 *
 * @param reason why
 * @param commit the commit that it became; 0 when it was rejected
 */
public record Verdict(Author by, Instant at, String reason, long commit) {}
