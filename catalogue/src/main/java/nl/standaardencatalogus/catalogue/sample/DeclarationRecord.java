package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.sample.Country.Municipality;
import nl.standaardencatalogus.catalogue.sample.Country.Standard;
import nl.standaardencatalogus.catalogue.sample.State.Inheritance;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Writes a state of a declaration as the record that the catalogue holds. */
final class DeclarationRecord {
  private static final Node TYPE = RDF.type.asNode();
  private static final Node TITLE = DCTerms.title.asNode();
  private static final Node DESCRIPTION = DCTerms.description.asNode();

  static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  // A reorganisation is an org:ChangeEvent, and that is a prov:Activity.
  private static final Node WAS_GENERATED_BY =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasGeneratedBy");

  private final Node record;
  private final Graph graph = GraphFactory.createDefaultGraph();

  private DeclarationRecord(Node record) {
    this.record = record;
  }

  static Node iri(Municipality municipality, Standard standard) {
    return Iris.declaration(municipality.code(), Iris.lastSegment(standard.iri()));
  }

  static Graph of(Municipality municipality, Standard standard, State state) {
    DeclarationRecord writer = new DeclarationRecord(iri(municipality, standard));
    writer.header(municipality, standard);
    writer.body(state);
    writer.phases(state.phases());
    writer.explanations(state.explanations());
    if (state.inheritance() != null) {
      writer.inheritance(state);
    }
    return writer.graph;
  }

  private void header(Municipality municipality, Standard standard) {
    add(TYPE, SC.DECLARATION_CLASS);
    add(TYPE, SC.SAMPLE_DATA_CLASS);
    add(TITLE, dutch("Voorbeeldopgave van " + municipality.name() + " over " + standard.title()));
    add(SC.MUNICIPALITY, municipality.iri());
    add(SC.STANDARD, standard.iri());
  }

  private void body(State state) {
    add(SC.DECLARED_BY, state.declaredBy());
    addIfThere(SC.VERSION, state.version());
    state.components().forEach(component -> add(SC.COMPONENT, component));
    if (state.product() != null) {
      add(SC.PRODUCT_NAME, NodeFactory.createLiteralString(state.product().name()));
      add(SC.SUPPLIER_NAME, NodeFactory.createLiteralString(state.product().supplier()));
    }
    state.evidence().forEach(document -> add(SC.EVIDENCE, document));
    addIfThere(SC.PLANNED_FOR, state.plannedFor());
    addIfThere(SC.LAST_CONFIRMED, state.lastConfirmed());
    state.replannedFrom().forEach(day -> add(SC.REPLANNED_FROM, Day.literal(day)));
  }

  private void phases(List<Phase> phases) {
    for (int i = 0; i < phases.size(); i++) {
      Node node = Iris.part(record, "fase-" + (i + 1));
      add(SC.PHASE, node);
      graph.add(node, TYPE, SC.PHASE_STATEMENT_CLASS);
      graph.add(node, SC.PHASE_VALUE, concept("adoptiefase", phases.get(i).step().concept()));
      graph.add(node, SC.VALID_FROM, Day.literal(phases.get(i).from()));
    }
  }

  private void explanations(List<Explanation> explanations) {
    for (int i = 0; i < explanations.size(); i++) {
      Explanation explanation = explanations.get(i);
      Node node = Iris.part(record, "uitleg-" + (i + 1));
      add(SC.EXPLANATION, node);
      graph.add(node, TYPE, SC.EXPLANATION_CLASS);
      graph.add(node, SC.GROUND, concept("leg-uit-grond", explanation.ground()));
      graph.add(node, DESCRIPTION, dutch(explanation.text()));
      graph.add(node, SC.VALID_FROM, Day.literal(explanation.from()));
      graph.add(node, SC.REVIEW_BY, Day.literal(explanation.reviewBy()));
    }
  }

  private void inheritance(State state) {
    Inheritance inheritance = state.inheritance();
    inheritance.sources().forEach(source -> add(WAS_DERIVED_FROM, source));
    add(WAS_GENERATED_BY, inheritance.event());
    String from = "Bij de herindeling overgenomen van " + listed(inheritance.names()) + ".";
    String differ =
        inheritance.contradictory()
            ? " De voorgangers gaven verschillende fasen op; hier staat de minst vergevorderde."
            : "";
    String open = state.lastConfirmed() == null ? " Nog te bevestigen door de gemeente." : "";
    add(DESCRIPTION, dutch(from + differ + open));
  }

  private void add(Node property, Node value) {
    graph.add(record, property, value);
  }

  private void addIfThere(Node property, Node value) {
    if (value != null) {
      add(property, value);
    }
  }

  private void addIfThere(Node property, LocalDate day) {
    if (day != null) {
      add(property, Day.literal(day));
    }
  }

  private static Node concept(String scheme, String name) {
    return NodeFactory.createURI(Iris.BASE + "def/" + scheme + "/" + name);
  }

  private static Node dutch(String text) {
    return NodeFactory.createLiteralLang(text, "nl");
  }

  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " en " + names.get(last);
  }
}
