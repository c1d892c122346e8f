package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.sample.Country.Municipality;
import nl.standaardencatalogus.catalogue.sample.Country.Standard;
import nl.standaardencatalogus.catalogue.sample.State.Inheritance;
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
    add(TYPE, Words.Declaration);
    add(TYPE, Words.SampleData);
    add(TITLE, dutch("Voorbeeldopgave van " + municipality.name() + " over " + standard.title()));
    add(Words.municipality, municipality.iri());
    add(Words.standard, standard.iri());
  }

  private void body(State state) {
    add(Words.declaredBy, state.declaredBy());
    addIfThere(Words.version, state.version());
    state.components().forEach(component -> add(Words.component, component));
    if (state.product() != null) {
      add(Words.productName, NodeFactory.createLiteralString(state.product().name()));
      add(Words.supplierName, NodeFactory.createLiteralString(state.product().supplier()));
    }
    state.evidence().forEach(document -> add(Words.evidence, document));
    addIfThere(Words.plannedFor, state.plannedFor());
    addIfThere(Words.lastConfirmed, state.lastConfirmed());
    state.replannedFrom().forEach(day -> add(Words.replannedFrom, Day.literal(day)));
  }

  private void phases(List<Phase> phases) {
    for (int i = 0; i < phases.size(); i++) {
      Node node = Iris.part(record, "fase-" + (i + 1));
      add(Words.phase, node);
      graph.add(node, TYPE, Words.PhaseStatement);
      graph.add(node, Words.phaseValue, concept("adoptiefase", phases.get(i).step().concept()));
      graph.add(node, Words.validFrom, Day.literal(phases.get(i).from()));
    }
  }

  private void explanations(List<Explanation> explanations) {
    for (int i = 0; i < explanations.size(); i++) {
      Explanation explanation = explanations.get(i);
      Node node = Iris.part(record, "uitleg-" + (i + 1));
      add(Words.explanation, node);
      graph.add(node, TYPE, Words.Explanation);
      graph.add(node, Words.ground, concept("leg-uit-grond", explanation.ground()));
      graph.add(node, DESCRIPTION, dutch(explanation.text()));
      graph.add(node, Words.validFrom, Day.literal(explanation.from()));
      graph.add(node, Words.reviewBy, Day.literal(explanation.reviewBy()));
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
