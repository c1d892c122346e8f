package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.sparql.Ending;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A bar for each row of a short answer that has a name and a number in it.
 *
 * @param measure the column with the numbers
 * @param choices the columns that it could be
 */
public record AnswerBars(String measure, List<String> choices, List<Bar> bars) {
  private static final int MOST = 40;

  /** One bar; its width in hundredths. */
  public record Bar(String label, String number, double width) {}

  /** The bars; empty when the answer is not fit for them. */
  static Optional<AnswerBars> of(View view, Ending.Rows answer, Cells cells, String wanted) {
    Columns columns = new Columns(answer.variables(), answer.rows());
    List<String> numbers = columns.numbers();
    List<String> keys = columns.keys();
    int rows = answer.rows().size();
    if (numbers.isEmpty() || keys.isEmpty() || rows < 2 || rows > MOST) {
      return Optional.empty();
    }
    String measure = numbers.contains(wanted) ? wanted : numbers.get(0);
    // A name reads better than an identifier.
    String key =
        keys.stream()
            .filter(k -> columns.values(k).stream().allMatch(Node::isLiteral))
            .findFirst()
            .orElse(keys.get(0));
    List<Node> values = columns.values(measure);
    if (values.contains(null) || values.stream().anyMatch(v -> Columns.number(v) < 0)) {
      return Optional.empty();
    }
    double most = values.stream().mapToDouble(Columns::number).max().orElse(0);
    return most == 0
        ? Optional.empty()
        : Optional.of(
            new AnswerBars(
                measure,
                numbers,
                answer.rows().stream()
                    .map(row -> bar(columns, row, key, measure, most, cells))
                    .toList()));
  }

  private static Bar bar(
      Columns columns, Binding row, String key, String measure, double most, Cells cells) {
    Node number = columns.value(row, measure);
    return new Bar(
        cells.text(columns.value(row, key)),
        cells.text(number),
        Math.round(Columns.number(number) / most * 1000) / 10.0);
  }
}
