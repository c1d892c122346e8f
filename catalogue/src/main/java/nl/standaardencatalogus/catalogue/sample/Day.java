package nl.standaardencatalogus.catalogue.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Days as records state them: whole dates, or a month or a year where no more is known. */
final class Day {
  private Day() {}

  /** The day that a literal stands for: the fifteenth of a month, the first of July of a year. */
  static Optional<LocalDate> of(Node literal) {
    if (!literal.isLiteral()) {
      return Optional.empty();
    }
    String text = literal.getLiteralLexicalForm();
    return switch (text.length()) {
      case 4 -> Optional.of(LocalDate.of(Integer.parseInt(text), 7, 1));
      case 7 -> Optional.of(LocalDate.parse(text + "-15"));
      case 10 -> Optional.of(LocalDate.parse(text));
      default -> Optional.empty();
    };
  }

  /** The first day that a record states with this property. */
  static Optional<LocalDate> of(Graph graph, Node record, Node property) {
    return graph
        .find(record, property, Node.ANY)
        .mapWith(triple -> of(triple.getObject()))
        .toList()
        .stream()
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  static Node literal(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  /** The day itself, or the Monday after a weekend. */
  static LocalDate atWork(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return day.plusDays(2);
    }
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
