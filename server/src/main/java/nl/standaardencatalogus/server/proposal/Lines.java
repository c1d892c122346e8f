package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.ProposalPage.Line;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** What a change makes of a record, a line for each property, as people read it. */
final class Lines {
  private static final Node TYPE = RDF.type.asNode();

  private final View view;
  private final Words words;
  private final Node record;
  private final ThreeWays ways;
  private final Graph[] said;

  Lines(View view, Words words, Node record, ThreeWays ways) {
    this.view = view;
    this.words = words;
    this.record = record;
    this.ways = ways;
    this.said = new Graph[] {ways.proposed(), ways.current(), ways.base()};
  }

  /** The lines that are wanted, no two of which are called the same. */
  List<Line> of(Predicate<ThreeWays.Line> wanted) {
    List<ThreeWays.Line> told =
        ways.lines().stream().filter(wanted).filter(it -> !isSilent(it)).toList();
    Map<String, Long> called =
        told.stream().collect(Collectors.groupingBy(this::name, Collectors.counting()));
    List<Line> lines = new ArrayList<>();
    for (ThreeWays.Line line : told) {
      String name = name(line);
      lines.add(line(line, called.get(name) > 1 ? name + apart(line) : name));
    }
    return lines;
  }

  private Line line(ThreeWays.Line line, String name) {
    return new Line(
        name,
        values(line, line.base()),
        values(line, line.current()),
        values(line, line.outcome()),
        line.clashes());
  }

  /** Whether nothing of it can be told in words: which classes of others a record is of too. */
  private boolean isSilent(ThreeWays.Line line) {
    return List.<Function<ThreeWays.Line, Set<Node>>>of(
            ThreeWays.Line::base, ThreeWays.Line::current, ThreeWays.Line::outcome)
        .stream()
        .allMatch(it -> values(line, it.apply(line)).isEmpty());
  }

  private List<Link> values(ThreeWays.Line line, Set<Node> values) {
    return line.property().equals(TYPE)
        ? values.stream()
            .filter(it -> it.isURI() && !view.called(it.getURI()).equals(it.getURI()))
            .map(it -> Link.text(view.term(it)))
            .toList()
        : words.values(values, said);
  }

  private String name(ThreeWays.Line line) {
    String property =
        line.property().equals(TYPE) ? view.t("proposal.type") : view.term(line.property());
    return line.subject().equals(record)
        ? property
        : property + " (" + words.part(line.subject(), said) + ")";
  }

  private String apart(ThreeWays.Line line) {
    Node what = line.subject().equals(record) ? line.property() : line.subject();
    return " [" + Iris.lastSegment(what) + "]";
  }

  /** What somebody else made of a property meanwhile. */
  String theirs(ThreeWays.Line line) {
    return name(line)
        + ": "
        + values(line, line.current()).stream().map(Link::label).collect(Collectors.joining("; "));
  }
}
