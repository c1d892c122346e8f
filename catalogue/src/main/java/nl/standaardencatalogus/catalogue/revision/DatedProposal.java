package nl.standaardencatalogus.catalogue.revision;

import java.time.Instant;

/**
 * A proposal for a first fill, with the time at which it is to be recorded.
 *
 * @param recorded in whole milliseconds; moved up to the time of the commit before it when it lies
 *     earlier
 */
public record DatedProposal(Instant recorded, Proposal proposal) {}
