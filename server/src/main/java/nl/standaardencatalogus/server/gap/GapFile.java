package nl.standaardencatalogus.server.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Invented;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * The gaps of a municipality for machines: rows for a spreadsheet, and measurements in the Data
 * Quality Vocabulary with the metric that they are of.
 */
final class GapFile {
  private static final String DQV = "http://www.w3.org/ns/dqv#";
  private static final List<String> COLUMNS =
      List.of(
          "standard",
          "name",
          "body",
          "force",
          "since",
          "decision",
          "advice",
          "verdict",
          "phase",
          "version",
          "newest",
          "planned",
          "ground",
          "review");

  private GapFile() {}

  /** A row for each gap and each body that makes it one, and for each that is coming. */
  static Table table(View view, Municipality municipality) {
    List<List<Node>> rows = new ArrayList<>();
    for (Gap gap : GapPage.gaps(view, municipality)) {
      Held held = view.overview().byStandard().get(gap.node()).held().get(municipality.node());
      for (Duty duty : gap.duties()) {
        rows.add(row(view, gap, duty, view.t("verdict." + gap.verdict().slug()), held));
      }
    }
    for (GapPage.Coming coming : GapPage.coming(view, municipality)) {
      Gap gap = coming.gap();
      Held held = view.overview().byStandard().get(gap.node()).held().get(municipality.node());
      rows.add(row(view, gap, coming.duty(), view.t("gap.coming.verdict"), held));
    }
    List<String> headings = new ArrayList<>();
    COLUMNS.forEach(column -> headings.add(view.t("gap.column." + column)));
    headings.add(Invented.heading(view));
    return new Table("geldt-" + municipality.code(), headings, rows);
  }

  private static List<Node> row(View view, Gap gap, Duty duty, String verdict, Held held) {
    return List.of(
        gap.node(),
        text(gap.standard().label()),
        text(duty.authority().label()),
        text(view.name(duty.force())),
        text(duty.since()),
        text(label(duty.decision())),
        text(label(duty.advice())),
        text(verdict),
        text(gap.phase()),
        text(label(gap.version())),
        text(label(gap.newest())),
        text(gap.planned()),
        text(gap.ground()),
        text(gap.review()),
        held == null ? Invented.not(view) : Invented.of(view, held.declaration()));
  }

  private static String label(Link link) {
    return link == null ? null : link.label();
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(Objects.requireNonNullElse(text, ""));
  }

  /**
   * A measurement for each gap.
   *
   * @param publicUrl where the catalogue is on the web; a measurement is a part of the report there
   */
  static Graph graph(View view, Municipality municipality, String publicUrl) {
    String address = publicUrl + "/gemeenten/" + municipality.code() + "/geldt";
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("dqv", DQV).setNsPrefix("sc", SC.NS);
    graph.getPrefixMapping().setNsPrefix("dct", DCTerms.NS);
    graph.getPrefixMapping().setNsPrefix("skos", SKOS.uri);
    Node metric = NodeFactory.createURI(address + "#oordeel");
    graph.add(metric, RDF.type.asNode(), dqv("Metric"));
    for (Language language : Language.values()) {
      graph.add(
          metric,
          SKOS.definition.asNode(),
          NodeFactory.createLiteralLang(new Texts(language).get("gap.metric"), language.tag()));
    }
    Node day = NodeFactory.createLiteralDT(view.day(), XSDDatatype.XSDdate);
    for (Gap gap : GapPage.gaps(view, municipality)) {
      Node measurement = NodeFactory.createURI(address + "#" + Iris.lastSegment(gap.node()));
      graph.add(measurement, RDF.type.asNode(), dqv("QualityMeasurement"));
      graph.add(measurement, dqv("isMeasurementOf"), metric);
      graph.add(measurement, dqv("computedOn"), municipality.node());
      graph.add(measurement, SC.STANDARD, gap.node());
      graph.add(measurement, dqv("value"), text(gap.verdict().slug()));
      graph.add(measurement, DCTerms.date.asNode(), day);
      if (gap.declaration() != null) {
        view.thing(gap.declaration())
            .ifPresent(it -> graph.add(measurement, DCTerms.source.asNode(), it));
      }
      if (view.overview().sample()) {
        graph.add(measurement, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
      }
    }
    return graph;
  }

  private static Node dqv(String name) {
    return NodeFactory.createURI(DQV + name);
  }
}
