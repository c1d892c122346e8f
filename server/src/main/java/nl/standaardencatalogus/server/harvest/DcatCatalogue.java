package nl.standaardencatalogus.server.harvest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Question;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem2.GraphMem2Fast;

/**
 * One state of the catalogue, described in DCAT as DCAT-AP-NL 3 and ADMS-AP want it. What stands in
 * it is decided by the questions below {@code catalogus/} and nowhere else.
 */
final class DcatCatalogue {
  static final Node CATALOG = NodeFactory.createURI(Iris.BASE + "catalog");

  private static final String FOLDER = "catalogus/";
  private static final String EMAIL = FOLDER + "email";
  private static final String DUMPS = FOLDER + "dumps";

  private final Questions questions;
  private final Holder holder;

  DcatCatalogue(Questions questions, Holder holder) {
    this.questions = questions;
    this.holder = holder;
  }

  /**
   * The description of a state; not to be changed.
   *
   * @param release what the newest dump says of itself
   */
  Graph of(Snapshot snapshot, Graph release) {
    return of(snapshot.graph(), snapshot.recorded(), release);
  }

  /** The description of what is in a graph, as recorded at a moment. */
  Graph of(Graph state, Instant recorded, Graph release) {
    Map<String, Node> values = new HashMap<>();
    values.put("public", NodeFactory.createURI(holder.address()));
    values.put("holder", holder.publisher());
    values.put("modified", Provenance.time(recorded));
    if (holder.email() != null) {
      values.put("email", NodeFactory.createURI(holder.email().toString()));
    }
    Graph graph = new GraphMem2Fast();
    prefixes(graph);
    questions.below(FOLDER).stream()
        .map(Question::name)
        .filter(name -> holder.email() != null || !name.equals(EMAIL))
        .forEach(
            name ->
                questions
                    .construct(name, name.equals(DUMPS) ? release : state, values)
                    .forEach(graph::add));
    return graph;
  }

  /** Gives a graph the prefixes that its representations are written with. */
  static void prefixes(Graph graph) {
    Vocabularies.prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
    graph.getPrefixMapping().setNsPrefix("vcard", "http://www.w3.org/2006/vcard/ns#");
    graph.getPrefixMapping().setNsPrefix("spdx", "http://spdx.org/rdf/terms#");
  }
}
