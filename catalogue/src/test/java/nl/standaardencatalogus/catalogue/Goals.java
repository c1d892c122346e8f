package nl.standaardencatalogus.catalogue;

import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Goals as records: the smallest that the rules take. */
public final class Goals {
  private Goals() {}

  /** The goal with this slug. */
  public static Node goal(String slug) {
    return Iris.goal(slug);
  }

  /** A goal as the rules want it. */
  public static Graph graph(String slug, String title) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node goal = goal(slug);
    graph.add(goal, RDF.type.asNode(), SC.GOAL_CLASS);
    graph.add(goal, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "nl"));
    graph.add(
        goal, DCTerms.description.asNode(), NodeFactory.createLiteralLang("Om te proberen.", "nl"));
    graph.add(goal, SC.ORDER, NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger));
    return graph;
  }

  /** A change that puts a goal as the rules want it. */
  public static Change put(String slug, String title) {
    return Change.put(goal(slug), graph(slug, title));
  }

  /** A change that the rules refuse: the goal has no title. */
  public static Change putWithoutTitle(String slug) {
    Graph graph = graph(slug, "weg");
    graph.remove(goal(slug), DCTerms.title.asNode(), Node.ANY);
    return Change.put(goal(slug), graph);
  }

  /** A proposal of these changes. */
  public static Proposal propose(Change... changes) {
    return new Proposal("redactie", Iris.organisation("vng"), "een proef", List.of(changes));
  }
}
