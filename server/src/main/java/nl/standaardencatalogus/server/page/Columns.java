package nl.standaardencatalogus.server.page;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/** The columns of a table of answers, by what is in them. */
record Columns(List<String> names, List<Binding> rows) {
  private static final Pattern CODE = Pattern.compile("(?i)gm[0-9]{4}");
  private static final String MUNICIPALITY = Iris.TOOI + "gemeente/gm";

  /** The values of a column, null where a row has none. */
  List<Node> values(String column) {
    Var variable = Var.alloc(column);
    return rows.stream().map(row -> row.get(variable)).toList();
  }

  Node value(Binding row, String column) {
    return row.get(Var.alloc(column));
  }

  /** The first column that names municipalities. */
  Optional<String> municipalities() {
    return names.stream().filter(c -> every(c, v -> municipality(v) != null)).findFirst();
  }

  /** The columns with nothing but numbers. */
  List<String> numbers() {
    return names.stream().filter(c -> every(c, Columns::isNumber)).toList();
  }

  /** The columns with at most so many values, of which at least one more than once. */
  List<String> categories(int most) {
    return names.stream()
        .filter(c -> !every(c, Columns::isNumber))
        .filter(
            c -> {
              Set<Node> different = different(c);
              return !different.isEmpty()
                  && different.size() <= most
                  && different.size() < present(c).count();
            })
        .toList();
  }

  /** The columns in which every row has a value of its own. */
  List<String> keys() {
    return names.stream()
        .filter(c -> !every(c, Columns::isNumber))
        .filter(c -> different(c).size() == rows.size())
        .toList();
  }

  private boolean every(String column, Predicate<Node> test) {
    return present(column).findAny().isPresent() && present(column).allMatch(test);
  }

  private Stream<Node> present(String column) {
    return values(column).stream().filter(Objects::nonNull);
  }

  private Set<Node> different(String column) {
    Set<Node> different = new HashSet<>(values(column));
    different.remove(null);
    return different;
  }

  /**
   * The municipality that a value stands for: its IRI or its code; null when it stands for none.
   */
  static Node municipality(Node value) {
    if (value == null) {
      return null;
    }
    if (value.isURI()) {
      return value.getURI().startsWith(MUNICIPALITY) ? value : null;
    }
    return value.isLiteral() && CODE.matcher(value.getLiteralLexicalForm()).matches()
        ? Iris.municipality(value.getLiteralLexicalForm())
        : null;
  }

  static boolean isNumber(Node value) {
    return value != null && value.isLiteral() && NodeValue.makeNode(value).isNumber();
  }

  static double number(Node value) {
    return NodeValue.makeNode(value).getDouble();
  }
}
