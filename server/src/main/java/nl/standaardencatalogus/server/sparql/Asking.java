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
 * @param rows so many rows are wanted; of the others only the number
 * @param triples the same for triples
 */
public record Asking(
    String query,
    String endpoint,
    Instant asOf,
    LocalDate validOn,
    String client,
    int rows,
    int triples) {}
