package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;

/**
 * The two tables of municipal history: reorganisations, each in one or more rows, and the
 * municipalities that ended by them.
 */
final class History {
  private final TurtleFile reorganisations =
      new TurtleFile("reorganisations.ttl", "Reorganisations of municipalities since 2000.");
  private final TurtleFile former =
      new TurtleFile("former-municipalities.ttl", "Municipalities that ended in 2000 or later.");
  private final TurtleFile municipalities;
  private final Unplaced unplaced;

  private final Map<Node, List<Line>> events = new LinkedHashMap<>();
  private final Map<String, Set<String>> successors = new HashMap<>();
  private final Map<String, String> beginnings = new HashMap<>();

  History(TurtleFile municipalities, Unplaced unplaced) {
    this.municipalities = municipalities;
    this.unplaced = unplaced;
  }

  List<TurtleFile> files() {
    return List.of(reorganisations, former);
  }

  void read(List<Table> tables) {
    List<Line> lines = tables.stream().flatMap(table -> table.lines().stream()).toList();
    lines.forEach(line -> line.to(this::gather));
    events.forEach((event, own) -> own.get(0).to(first -> describe(event, own)));
    lines.stream().filter(line -> !isPlanned(line)).forEach(line -> line.to(this::ended));
    lines.forEach(line -> line.to(this::checkSuccessor));
  }

  private void gather(Line line) {
    events.computeIfAbsent(event(line), key -> new ArrayList<>()).add(line);
    String successor = line.text("successor_code");
    successors
        .computeIfAbsent(line.text("predecessor_code"), key -> new HashSet<>())
        .add(successor);
    if (line.text("successor_existed_before").equals("no")) {
      beginnings.put(successor, line.text("date"));
    }
  }

  private static Node event(Line line) {
    return line.value("event_uri")
        .map(NodeFactory::createURI)
        .orElseGet(
            () ->
                Iris.reorganisation(
                    year(line),
                    Iris.slugOf(
                        line.text("predecessor_name") + " " + line.text("successor_name"))));
  }

  private void describe(Node event, List<Line> lines) {
    Line first = lines.get(0);
    Description reorganisation = reorganisations.record(event);
    reorganisation
        .a(SC.REORGANISATION_CLASS, ORG.ChangeEvent.asNode())
        .dutch(DCTerms.title.asNode(), title(lines))
        .concept(SC.REORGANISATION_KIND, CodeLists.HERINDELINGSSOORT, first.text("tooi_class"))
        .moment(SC.EFFECTIVE_FROM, first.text("date"));
    for (Line line : lines) {
      reorganisation
          .add(ORG.originalOrganization.asNode(), Iris.municipality(line.text("predecessor_code")))
          .add(ORG.resultingOrganization.asNode(), Iris.municipality(line.text("successor_code")))
          .text(SC.NOTE, line.text("remark"));
      line.value("legal_basis")
          .ifPresent(basis -> reorganisation.add(SC.LEGAL_BASIS, basis(basis)));
    }
    if (lines.stream().anyMatch(this::isSplit)) {
      reorganisation.yes(SC.SPLIT);
    }
    if (isPlanned(first)) {
      reorganisation.yes(SC.PLANNED);
    }
    evidence(first).on(reorganisation);
  }

  private static String title(List<Line> lines) {
    List<String> from = names(lines, "predecessor_name");
    List<String> to = names(lines, "successor_name");
    String words =
        switch (lines.get(0).text("tooi_class")) {
          case "Samenvoeging" ->
              "Samenvoeging van " + Names.enumerated(from) + " tot " + Names.enumerated(to);
          case "Uitbreiding" ->
              to.size() == 1
                  ? "Uitbreiding van " + to.get(0) + " met " + Names.enumerated(from)
                  : "Verdeling van " + Names.enumerated(from) + " over " + Names.enumerated(to);
          default -> Names.enumerated(from) + " wordt " + Names.enumerated(to);
        };
    return words + " (" + year(lines.get(0)) + ")";
  }

  private static List<String> names(List<Line> lines, String column) {
    return lines.stream().map(line -> line.text(column)).distinct().toList();
  }

  private void ended(Line line) {
    String code = line.text("predecessor_code");
    Node iri = Iris.municipality(code);
    if (municipalities.describes(iri)) {
      unplaced.report(line, code + " ended here, but lives according to municipalities.csv");
      return;
    }
    if (former.describes(iri)) {
      return;
    }
    Description municipality = former.record(iri);
    municipality
        .a(SC.FORMER_MUNICIPALITY_CLASS, Terms.TOOI_GEMEENTE)
        .text(SKOS.prefLabel.asNode(), line.text("predecessor_name"))
        .text(SC.CBS_CODE, code)
        .text(DCTerms.identifier.asNode(), Iris.lastSegment(iri))
        .moment(SC.VALID_FROM, beginnings.getOrDefault(code, ""))
        .moment(SC.VALID_UNTIL, line.text("predecessor_end"));
    Evidence.sure(line.text("source")).on(municipality);
  }

  private void checkSuccessor(Line line) {
    Node successor = Iris.municipality(line.text("successor_code"));
    boolean lives = municipalities.describes(successor);
    if (!lives && !former.describes(successor)) {
      unplaced.report(line, "the successor " + line.text("successor_code") + " is not known");
    }
    if (lives != line.text("successor_current").equals("yes")) {
      unplaced.report(line, "successor_current is not what municipalities.csv says");
    }
  }

  private static Evidence evidence(Line line) {
    Evidence evidence = Evidence.sure(line.text("source"));
    return isPlanned(line) ? evidence.atMost("middel") : evidence;
  }

  private boolean isSplit(Line line) {
    return successors.get(line.text("predecessor_code")).size() > 1;
  }

  private static boolean isPlanned(Line line) {
    return line.text("status").equals("planned");
  }

  private static Node basis(String text) {
    return text.startsWith("http")
        ? NodeFactory.createURI(text)
        : NodeFactory.createLiteralString(text);
  }

  private static String year(Line line) {
    return line.text("date").substring(0, 4);
  }
}
