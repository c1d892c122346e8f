package nl.standaardencatalogus.server.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The rows of an answer, whatever their order, as what they mean: engines write one decimal as 12.5
 * or 12.50, divide to more digits or fewer, and spell the tag of a language in upper or lower case.
 * Everything else has to be the same to the letter.
 */
final class Rows {
  /** SPARQL leaves it to the engine after how many digits a division ends. */
  private static final MathContext DIGITS = new MathContext(12);

  private final List<Map<String, String>> rows = new ArrayList<>();

  private Rows() {}

  /** Reads an answer to its end. */
  static Rows of(RowSet answer) {
    Rows read = new Rows();
    answer.forEachRemaining(
        row -> {
          Map<String, String> values = new TreeMap<>();
          row.forEach((variable, value) -> values.put(variable.getName(), meaning(value)));
          read.rows.add(values);
        });
    read.rows.sort(Comparator.comparing(Map::toString));
    return read;
  }

  private static String meaning(Node value) {
    if (!value.isLiteral()) {
      return value.toString();
    }
    String written = value.getLiteralLexicalForm();
    if (!value.getLiteralLanguage().isEmpty()) {
      return '"' + written + "\"@" + value.getLiteralLanguage().toLowerCase(Locale.ROOT);
    }
    boolean decimal = XSDDatatype.XSDdecimal.getURI().equals(value.getLiteralDatatypeURI());
    if (decimal && value.getLiteralDatatype().isValid(written)) {
      return new BigDecimal(written).round(DIGITS).stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }

  /** How many there are. */
  int size() {
    return rows.size();
  }

  /** The rows that are here more often than there. */
  List<Map<String, String>> without(Rows there) {
    List<Map<String, String>> left = new ArrayList<>(there.rows);
    return rows.stream().filter(row -> !left.remove(row)).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows there && rows.equals(there.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }
}
