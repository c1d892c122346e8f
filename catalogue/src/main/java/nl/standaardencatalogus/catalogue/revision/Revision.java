package nl.standaardencatalogus.catalogue.revision;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One state of one record, as the log holds it.
 *
 * @param number the place in the sequence of all revisions, from 1
 * @param record the record's IRI
 * @param kind what it did to the record
 * @param previous the number of the record's revision before this one; absent on the first
 * @param content the record's graph as canonical N-Quads (RDFC-1.0) in a graph named by the record;
 *     empty for a deletion
 * @param contentHash SHA-256 of the content, in lower-case hexadecimal
 */
public record Revision(
    long number,
    Node record,
    Kind kind,
    Optional<Long> previous,
    String content,
    String contentHash) {}
