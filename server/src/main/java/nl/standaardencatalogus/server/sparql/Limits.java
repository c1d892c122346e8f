package nl.standaardencatalogus.server.sparql;

import java.time.Duration;

/**
 * How much one query, and one client, may take.
 *
 * @param time after this a query is stopped; a client may ask for less
 * @param rows more answers than this are refused
 * @param bytes an answer larger than this is refused
 * @param longAtOnce so many queries that take more than a second may run at the same time; others
 *     wait for their turn
 * @param clientTime the time that the queries of one client may take together in a minute
 * @param cacheBytes the size of all answers that are kept to be given again
 */
public record Limits(
    Duration time, long rows, long bytes, int longAtOnce, Duration clientTime, long cacheBytes) {}
