package nl.standaardencatalogus.server.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Invented;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Relations;
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
 * What a supposition touches for machines: rows for a spreadsheet, and collections with the claims
 * that lead to what is in them.
 */
final class ImpactFile {
  private static final List<String> COLUMNS =
      List.of("effect", "uri", "name", "standing", "note", "path", "population");

  private ImpactFile() {}

  static Table table(View view, Impact impact) {
    List<List<Node>> rows = new ArrayList<>();
    impact
        .effects()
        .forEach(
            (effect, findings) ->
                findings.forEach(
                    it ->
                        rows.add(
                            List.of(
                                text(view.t("impact.effect." + effect.slug())),
                                it.node() == null ? text("") : it.node(),
                                text(it.thing().label()),
                                text(it.standing()),
                                text(it.note()),
                                text(path(view, it)),
                                it.population() == null
                                    ? text("")
                                    : NodeFactory.createLiteralByValue(it.population()),
                                text(view.t(it.madeUp() ? "yes" : "no"))))));
    return new Table(
        "wat-als-" + impact.supposed().standard().slug(),
        Stream.concat(
                COLUMNS.stream().map(column -> view.t("impact.column." + column)),
                Stream.of(Invented.heading(view)))
            .toList(),
        rows);
  }

  private static String path(View view, Finding finding) {
    return finding.path().stream()
        .map(
            it ->
                view.name(it.from())
                    + " "
                    + Relations.said(view, it.relation())
                    + " "
                    + view.name(it.to()))
        .collect(Collectors.joining(" | "));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  /**
   * A collection for each kind of thing, with the number of its members and how it came about.
   *
   * @param address where the answer is on the web
   */
  static Graph graph(View view, Impact impact, String address) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sc", SC.NS).setNsPrefix("dct", DCTerms.NS);
    graph.getPrefixMapping().setNsPrefix("skos", SKOS.uri).setNsPrefix("rdf", RDF.uri);
    Node answer = NodeFactory.createURI(address);
    graph.add(answer, DCTerms.subject.asNode(), impact.supposed().thing());
    graph.add(answer, DCTerms.date.asNode(), date(impact.supposed().day()));
    graph.add(answer, DCTerms.created.asNode(), date(view.day()));
    impact
        .effects()
        .forEach(
            (effect, findings) -> {
              Node group = NodeFactory.createURI(address + "#" + effect.slug());
              graph.add(answer, DCTerms.hasPart.asNode(), group);
              describe(graph, view, impact, effect, group);
              if (effect.isDeclared() && view.overview().sample()) {
                graph.add(group, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
              }
              findings.forEach(it -> add(graph, answer, group, it));
            });
    return graph;
  }

  private static void describe(Graph graph, View view, Impact impact, Effect effect, Node group) {
    graph.add(group, RDF.type.asNode(), SKOS.Collection.asNode());
    graph.add(
        group,
        RDF.value.asNode(),
        NodeFactory.createLiteralByValue(impact.effects().get(effect).size()));
    for (Language language : Language.values()) {
      Texts texts = new Texts(language);
      graph.add(
          group,
          SKOS.prefLabel.asNode(),
          NodeFactory.createLiteralLang(
              texts.get("impact.effect." + effect.slug()), language.tag()));
      graph.add(
          group,
          SKOS.definition.asNode(),
          NodeFactory.createLiteralLang(
              texts.get(ImpactPage.how(impact, effect), texts.date(view.day())), language.tag()));
    }
  }

  private static void add(Graph graph, Node answer, Node group, Finding finding) {
    Node member = finding.node() == null ? product(answer, finding) : finding.node();
    graph.add(group, SKOS.member.asNode(), member);
    graph.add(member, SKOS.prefLabel.asNode(), text(finding.thing().label()));
    if (finding.named() != null) {
      Node named = NodeFactory.createLiteralByValue(finding.named());
      graph.add(member, RDF.value.asNode(), named);
    }
    finding.path().forEach(it -> graph.add(it.from(), it.relation(), it.to()));
  }

  /** A name in this answer for what has none elsewhere. */
  private static Node product(Node answer, Finding finding) {
    return NodeFactory.createURI(
        answer.getURI() + "#product-" + Asked.encode(finding.thing().label()));
  }

  private static Node date(String day) {
    return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
  }
}
