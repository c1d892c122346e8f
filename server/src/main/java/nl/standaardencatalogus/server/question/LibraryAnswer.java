package nl.standaardencatalogus.server.question;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What came of a question of the library.
 *
 * @param values what it was asked with
 * @param query the query with the values in it
 * @param rows all of the answer
 * @param state names what it was asked of: another name for every other state
 * @param sequence the number of the last commit in that
 * @param recorded when that was recorded
 */
public record LibraryAnswer(
    LibraryQuestion question,
    Map<String, Node> values,
    Query query,
    List<Binding> rows,
    String state,
    long sequence,
    Instant recorded) {}
