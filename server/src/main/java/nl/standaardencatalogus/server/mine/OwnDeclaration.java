package nl.standaardencatalogus.server.mine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * The declaration of one municipality about one standard, or about one version of it: what of it
 * nobody has to be asked.
 *
 * @param code of the municipality
 * @param slug of the standard
 * @param label of the version; null for that about the standard
 */
record OwnDeclaration(String code, String slug, String label) {
  private static final String TAIL = "verklaring/";
  private static final String ROOT = Iris.BASE + "id/" + TAIL;
  private static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  private static final Node TITLE = DCTerms.title.asNode();
  private static final Node TYPE = RDF.type.asNode();

  /** The declaration at an address; empty where none can be. */
  static Optional<OwnDeclaration> at(String code, String slug, String label) {
    OwnDeclaration declaration = new OwnDeclaration(code, slug, label);
    return Optional.of(declaration)
        .filter(it -> Iris.kindOf(it.record()).filter(ThingKind.DECLARATION::equals).isPresent());
  }

  /** The same for the IRI of a declaration. */
  static OwnDeclaration of(Node record) {
    String[] parts = record.getURI().substring(ROOT.length()).split("/");
    return new OwnDeclaration(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
  }

  /** Its IRI. */
  Node record() {
    return Iris.thingAt(TAIL + code + "/" + slug + (label == null ? "" : "/" + label));
  }

  Node municipality() {
    return Iris.municipalityOf(record()).orElseThrow();
  }

  Node standard() {
    return Iris.standardOf(record()).orElseThrow();
  }

  /** The version; null for the declaration about the standard. */
  Node version() {
    return label == null ? null : Iris.version(slug, label);
  }

  /** What stands in the form before anything is typed. */
  Map<String, List<String>> known() {
    return label == null ? Map.of() : Map.of("version", List.of(version().getURI()));
  }

  /** The path of the form about it, without language. */
  String path() {
    return "/mijn/" + code + "/opgaven/" + slug + (label == null ? "" : "/" + label);
  }

  /**
   * Adds to what was filled in what follows from who does so, where and when.
   *
   * @param filled is changed
   * @param before what the declaration was; empty for a new one
   * @param title what it is called when it has no Dutch title of its own
   */
  void complete(Graph filled, Graph before, String title, Principal principal, LocalDate today) {
    Node record = record();
    filled.add(record, TYPE, SC.DECLARATION_CLASS);
    only(filled, SC.MUNICIPALITY, municipality());
    only(filled, SC.STANDARD, standard());
    boolean corrects =
        principal.is(Role.EDITOR) && before.contains(record, SC.DECLARED_BY, Node.ANY);
    if (!corrects) {
      plans(before).stream()
          .filter(plan -> !filled.contains(record, SC.PLANNED_FOR, plan))
          .filter(plan -> filled.contains(record, SC.PLANNED_FOR, Node.ANY))
          .forEach(plan -> filled.add(record, SC.REPLANNED_FROM, plan));
      declare(filled, principal, today);
    }
    boolean titled =
        filled
            .find(record, TITLE, Node.ANY)
            .filterKeep(said -> said.getObject().getLiteralLanguage().equals("nl"))
            .hasNext();
    if (!titled) {
      filled.add(record, TITLE, NodeFactory.createLiteralLang(title, "nl"));
    }
  }

  /** Says which declaration of another it was made from. */
  void derive(Graph declaration, Node other) {
    declaration.add(record(), WAS_DERIVED_FROM, other);
  }

  /** Says who declares it, and that on this day all of it holds. */
  void declare(Graph declaration, Principal principal, LocalDate today) {
    Node record = record();
    if (declaration.contains(record, TYPE, SC.SAMPLE_DATA_CLASS)) {
      // What a municipality itself says is no longer an example, nor called one.
      declaration.delete(record, TYPE, SC.SAMPLE_DATA_CLASS);
      declaration.remove(record, TITLE, Node.ANY);
    }
    // What is said here and now no longer comes from the document that it once was taken from.
    declaration.remove(record, DCTerms.source.asNode(), Node.ANY);
    only(declaration, SC.DECLARED_BY, principal.organisation());
    only(
        declaration,
        SC.LAST_CONFIRMED,
        NodeFactory.createLiteralDT(today.toString(), XSDDatatype.XSDdate));
  }

  private List<Node> plans(Graph declaration) {
    return declaration.find(record(), SC.PLANNED_FOR, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private void only(Graph graph, Node property, Node value) {
    graph.remove(record(), property, Node.ANY);
    graph.add(record(), property, value);
  }
}
