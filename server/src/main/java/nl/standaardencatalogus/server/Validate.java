package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what the rules think of files, without recording anything. */
@Command(
    name = "validate",
    description = {
      "Check Turtle files against the rules, among the curated facts of this release.",
      "Needs no data folder and changes nothing."
    },
    mixinStandardHelpOptions = true)
final class Validate implements Callable<Integer> {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Turtle files with records.")
  private List<Path> paths;

  Validate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Input input = Input.read(paths);
    Report report =
        Rules.load()
            .validate(state(input.changes()), nodes(input.changes()), LocalDate.now(NETHERLANDS));
    Lines lines = new Lines();
    for (Finding finding : report.findings()) {
      console.out().println(Findings.of(finding, place(input, finding, lines)));
    }
    console
        .out()
        .printf("%,d records: %s%n", input.changes().size(), Findings.counts(report.findings()));
    return report.conforms() ? Exit.OK : Exit.FINDINGS;
  }

  /** The records and their parts. */
  private static Set<Node> nodes(List<Change> changes) {
    Set<Node> nodes = new LinkedHashSet<>();
    for (Change change : changes) {
      nodes.add(change.record());
      change.graph().find().mapWith(Triple::getSubject).forEach(nodes::add);
    }
    return nodes;
  }

  /** The state that the records would join: the curated facts with these in their place. */
  private static Graph state(List<Change> changes) {
    Graph state = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(state, Ontology.graph());
    Set<Node> replaced = new HashSet<>();
    for (Change change : changes) {
      replaced.add(change.record());
      GraphUtil.addInto(state, change.graph());
    }
    CuratedFacts.changes().stream()
        .filter(change -> !replaced.contains(change.record()))
        .forEach(change -> GraphUtil.addInto(state, change.graph()));
    return state;
  }

  private static String place(Input input, Finding finding, Lines lines) {
    Path file = finding.focus().isURI() ? input.files().get(Iris.recordOf(finding.focus())) : null;
    return file == null ? "" : lines.place(file, finding) + ": ";
  }
}
