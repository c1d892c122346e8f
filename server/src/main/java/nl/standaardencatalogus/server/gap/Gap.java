package nl.standaardencatalogus.server.gap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.VersionLife;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;

/**
 * Where a municipality stands with a standard that holds for it.
 *
 * @param duties why it holds
 * @param phase what was declared, in words; null for nothing
 * @param version which version was declared; null for none
 * @param newest the version that was published last; null when that is not known
 * @param planned for which day; null for none
 * @param ground why not, in words; null without an explanation
 * @param review when that is looked at again; null for never
 * @param declaration what was declared; null for nothing
 */
public record Gap(
    Node node,
    Link standard,
    List<Duty> duties,
    Verdict verdict,
    String phase,
    String since,
    Link version,
    Link newest,
    String planned,
    String ground,
    String review,
    Link declaration) {
  private static final Node DCAT_VERSION = NodeFactory.createURI(DCAT.NS + "version");
  private static final Pattern GENERATION = Pattern.compile("^v?(\\d+)");

  /** What one municipality declared and explained, read once for all standards. */
  static final class Declared {
    private final View view;
    private final Node municipality;
    private final Map<Node, Row> declarations = new HashMap<>();
    private final Map<Node, Row> explanations = new HashMap<>();

    Declared(View view, Node municipality) {
      this.view = view;
      this.municipality = municipality;
      view.ask("municipality/declarations", "municipality", municipality)
          .forEach(row -> declarations.put(row.get("declaration"), row));
      // They come by the day of review, so that the last one is the one that holds longest.
      view.ask("municipality/explanations", "municipality", municipality).stream()
          .filter(row -> !row.has("from") || row.text("from").compareTo(view.day()) <= 0)
          .forEach(row -> explanations.put(row.get("declaration"), row));
    }

    /** Where the municipality stands with a standard. */
    Gap with(StandardSummary standard) {
      Held held = standard.held().get(municipality);
      Row row = held == null ? null : declarations.get(held.declaration());
      Row why = held == null ? null : explanations.get(held.declaration());
      Node version = row == null ? null : row.get("version");
      String planned = text(row, "planned");
      String review = text(why, "review");
      boolean older = version != null && isOlder(standard, version, text(row, "label"));
      StandardSummary.Newest newest = standard.newest();
      return new Gap(
          standard.node(),
          view.link(standard.node()),
          Duty.of(view, standard),
          Verdict.of(held, older, planned, review, view.day()),
          held == null ? null : view.name(held.phase()),
          held == null ? null : held.since(),
          version == null ? null : new Link(text(row, "label"), view.link(version).href()),
          newest == null ? null : new Link(newest.label(), view.link(newest.version()).href()),
          planned,
          why == null ? null : view.name(why.get("ground")),
          review,
          held == null ? null : view.link(held.declaration()));
    }

    private static String text(Row row, String name) {
      return row == null || !row.has(name) ? null : row.text(name);
    }

    /**
     * An ended version, or one of an earlier generation, 1.x beside 2.x, than the version that was
     * decided on; than the newest where the decision names none.
     */
    private boolean isOlder(StandardSummary standard, Node version, String label) {
      Optional<String> asked = decided(standard);
      if (asked.isEmpty()) {
        asked = Optional.ofNullable(standard.newest()).map(StandardSummary.Newest::label);
      }
      return isEnded(version)
          || generation(label) >= 0
              && asked.filter(it -> generation(label) < generation(it)).isPresent();
    }

    private Optional<String> decided(StandardSummary standard) {
      Graph graph = view.snapshot().graph();
      return standard
          .bound()
          .flatMap(it -> graph.stream(it.covered(), DCAT_VERSION, Node.ANY).findFirst())
          .map(it -> it.getObject().getLiteralLexicalForm());
    }

    private boolean isEnded(Node version) {
      Graph graph = view.snapshot().graph();
      List<String> said =
          graph
              .find(version, SC.STATUS, Node.ANY)
              .mapWith(Triple::getObject)
              .filterKeep(it -> isNow(graph, it))
              .toList()
              .stream()
              .flatMap(it -> graph.find(it, SC.STATUS_VALUE, Node.ANY).toList().stream())
              .map(it -> Slugs.of(it.getObject()))
              .toList();
      String end =
          graph
              .find(version, SC.END_OF_SUPPORT, Node.ANY)
              .mapWith(it -> it.getObject().getLiteralLexicalForm())
              .nextOptional()
              .orElse(null);
      return VersionLife.of(said, "", null, end, view.day()).ended();
    }

    private boolean isNow(Graph graph, Node statement) {
      return said(graph, statement, SC.VALID_FROM)
              .noneMatch(it -> PartialDate.isAfter(it, view.day()))
          && said(graph, statement, SC.VALID_UNTIL)
              .noneMatch(it -> PartialDate.isOver(it, view.day()));
    }

    private static Stream<String> said(Graph graph, Node statement, Node property) {
      return graph.stream(statement, property, Node.ANY)
          .map(it -> it.getObject().getLiteralLexicalForm());
    }

    /** The first number of a version; -1 for what has none. */
    private static int generation(String label) {
      Matcher number = GENERATION.matcher(label);
      return number.find() && number.group(1).length() < 6 ? Integer.parseInt(number.group(1)) : -1;
    }
  }

  /** Whether something is said of a standard by a body. */
  boolean holdsBy(Duty.Body body) {
    return duties.stream().anyMatch(duty -> duty.body() == body && duty.binds());
  }
}
