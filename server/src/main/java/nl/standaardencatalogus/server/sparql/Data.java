package nl.standaardencatalogus.server.sparql;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What one request is answered from.
 *
 * @param state names the state: the same for the same data, another one for every other
 * @param sequence the number of the last commit in it
 * @param recorded when that was recorded
 * @param dataset the data, given a wrapper for its graphs that watches over the query
 * @param text finds things by words; gives null where there is no such index
 */
public record Data(
    String state,
    long sequence,
    Instant recorded,
    Function<Function<Graph, Graph>, DatasetGraph> dataset,
    Supplier<TextIndex> text) {}
