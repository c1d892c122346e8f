package nl.standaardencatalogus.server.table;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.question.Question;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Rows under headings, for people: the answer to a question whose variables are the headings.
 *
 * @param rows for each heading a term; null where there is none
 */
public record Table(String name, List<String> headings, List<List<Node>> rows) {
  static Table of(Question question, Graph graph) {
    List<Var> columns = question.query().getProjectVars();
    List<List<Node>> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.graph(graph).query(question.query()).build()) {
      execution
          .select()
          .forEachRemaining(
              row -> {
                List<Node> cells = new ArrayList<>(columns.size());
                columns.forEach(column -> cells.add(row.get(column)));
                rows.add(cells);
              });
    }
    String name = question.name().substring(question.name().indexOf('/') + 1);
    return new Table(name, columns.stream().map(Var::getVarName).toList(), rows);
  }

  /** What a term says, without its type. */
  static String text(Node term) {
    return term == null ? "" : term.isURI() ? term.getURI() : term.getLiteralLexicalForm();
  }
}
