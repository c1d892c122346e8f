package nl.standaardencatalogus.server.sparql;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A query with what it is put to.
 *
 * @param query the text
 * @param endpoint the path of the endpoint that would be asked
 * @param asOf when the state was recorded; null for the newest state
 * @param validOn the day on which what is asked for must hold; null for whatever is stated
 * @param client who asks
 * @param most so many rows, or triples, are wanted; of the others only the number
 */
public record Asking(
    String query, String endpoint, Instant asOf, LocalDate validOn, String client, int most) {}
