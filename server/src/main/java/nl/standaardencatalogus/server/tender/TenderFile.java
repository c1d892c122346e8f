package nl.standaardencatalogus.server.tender;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The annex of a tender for machines: rows for a spreadsheet, and a list of requirements in RDF.
 */
final class TenderFile {
  private static final List<String> COLUMNS =
      List.of(
          "standard", "name", "weight", "components", "versions", "tests", "decisions", "drift");

  private TenderFile() {}

  static Table table(View view, Tender tender) {
    List<List<Node>> rows = new ArrayList<>();
    for (Tender.Demand demand : tender.asked()) {
      rows.add(
          List.of(
              demand.standard().node(),
              text(demand.standard().name()),
              text(view.t("tender.weight." + demand.weight())),
              text(labels(demand.components())),
              text(
                  demand.versions().stream()
                      .map(Tender.Version::label)
                      .collect(Collectors.joining(" | "))),
              text(labels(demand.tests())),
              text(
                  demand.duties().stream()
                      .map(it -> decision(view, it))
                      .collect(Collectors.joining(" | "))),
              text(
                  demand.drift() == Tender.Drift.NONE
                      ? ""
                      : view.t("tender.drift." + demand.drift()))));
    }
    return new Table(
        "aanbesteding",
        COLUMNS.stream().map(column -> view.t("tender.column." + column)).toList(),
        rows);
  }

  private static String decision(View view, Duty duty) {
    String since = Objects.requireNonNullElse(duty.since(), view.t("since.unknown"));
    String what = duty.decision() == null ? "" : ": " + duty.decision().label();
    return duty.authority().label() + ", " + view.name(duty.force()) + ", " + since + what;
  }

  private static String labels(List<Link> links) {
    return links.stream().map(Link::label).collect(Collectors.joining(" | "));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  /**
   * The annex as a document that requires the versions alive, and the standard where none is known.
   *
   * @param address where the annex is on the web
   */
  static Graph graph(View view, Tender tender, String address) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sc", SC.NS).setNsPrefix("dct", DCTerms.NS);
    Node annex = NodeFactory.createURI(address);
    graph.add(
        annex, DCTerms.date.asNode(), NodeFactory.createLiteralDT(view.day(), XSDDatatype.XSDdate));
    tender.components().forEach(it -> graph.add(annex, DCTerms.subject.asNode(), it.node()));
    for (Tender.Demand demand : tender.asked()) {
      Node property =
          demand.weight() == Tender.Weight.VERPLICHT
              ? DCTerms.requires.asNode()
              : DCTerms.references.asNode();
      Node standard = demand.standard().node();
      graph.add(annex, property, standard);
      graph.add(standard, DCTerms.title.asNode(), text(demand.standard().name()));
      demand
          .versions()
          .forEach(
              it -> {
                graph.add(annex, property, it.node());
                graph.add(it.node(), DCTerms.isVersionOf.asNode(), standard);
              });
    }
    return graph;
  }
}
