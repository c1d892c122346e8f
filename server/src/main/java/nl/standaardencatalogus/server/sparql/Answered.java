package nl.standaardencatalogus.server.sparql;

import java.time.Duration;
import java.time.Instant;

/**
 * How a query ended, and the state that it was put to.
 *
 * @param sequence the number of the last commit in the state
 * @param recorded when that was recorded
 * @param took how long it took
 */
public record Answered(Ending ending, long sequence, Instant recorded, Duration took) {}
