package nl.standaardencatalogus.server.sparql;

import java.util.List;
import nl.standaardencatalogus.server.http.Problem;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.engine.binding.Binding;

/** How a query ends. */
public sealed interface Ending {
  /**
   * The answer to a SELECT.
   *
   * @param rows the first rows
   * @param total how many there are
   */
  record Rows(List<String> variables, List<Binding> rows, long total) implements Ending {}

  /** The answer to an ASK. */
  record Verdict(boolean yes) implements Ending {}

  /**
   * The answer to a CONSTRUCT or DESCRIBE.
   *
   * @param graph the first triples
   * @param total how many there are
   */
  record Triples(Graph graph, long total) implements Ending {}

  /**
   * A query that is not SPARQL.
   *
   * @param line where reading it stopped, from 1; 0 when that is not known
   * @param column the place on that line, from 1
   * @param message what the parser says
   */
  record Fault(int line, int column, String message) implements Ending {}

  /**
   * A query that is not answered.
   *
   * @param status what the endpoint would answer with
   * @param message why, in English
   */
  record Refusal(int status, String message) implements Ending {}

  /** How a query ends that comes to this problem. */
  static Ending of(Problem problem) {
    return problem.members().get("line") instanceof Number line
            && problem.members().get("column") instanceof Number column
        ? new Fault(line.intValue(), column.intValue(), problem.detail())
        : new Refusal(problem.status(), problem.detail());
  }
}
