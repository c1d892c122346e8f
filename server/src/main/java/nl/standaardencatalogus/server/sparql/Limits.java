package nl.standaardencatalogus.server.sparql;

import java.time.Duration;

/**
 * How much one query may take.
 *
 * @param time after this it is stopped; a client may ask for less
 * @param rows more answers than this are refused
 * @param bytes an answer larger than this is refused
 */
public record Limits(Duration time, long rows, long bytes) {}
