package nl.standaardencatalogus.server.proposal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.form.Typed;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;

/** A kind of record that has a form to change it, or to make a new one. */
public enum Editable {
  STANDARD(
      "standaard",
      SC.STANDARD_CLASS,
      EnumSet.of(ThingKind.STANDARD),
      DCTerms.NS + "Standard",
      DCAT.NS + "DatasetSeries"),
  VERSION(
      "versie",
      SC.STANDARD_VERSION_CLASS,
      EnumSet.of(ThingKind.VERSION),
      DCTerms.NS + "Standard",
      "http://www.w3.org/ns/adms#Asset",
      DCAT.NS + "Dataset"),
  DECISION(
      "besluit",
      SC.DECISION_CLASS,
      EnumSet.of(ThingKind.DECISION),
      "http://www.w3.org/ns/prov#Activity"),
  ADVICE("advies", SC.FUNDING_ADVICE_CLASS, EnumSet.of(ThingKind.FUNDING_ADVICE)),
  PROJECT("project", SC.PROJECT_CLASS, EnumSet.of(ThingKind.PROJECT)),
  ORGANISATION(
      "organisatie",
      SC.ORGANISATION_CLASS,
      EnumSet.of(ThingKind.ORGANISATION, ThingKind.PUBLIC_BODY),
      ORG.NS + "Organization"),
  ELEMENT("component", SC.ARCHITECTURE_ELEMENT_CLASS, EnumSet.of(ThingKind.ELEMENT)),
  PROCEDURE("procedure", SC.PROCEDURE_CLASS, EnumSet.of(ThingKind.PROCEDURE)),
  MEETING("vergadering", SC.MEETING_CLASS, EnumSet.of(ThingKind.MEETING));

  /** The addresses of the forms start with this. */
  static final String PATH = "/bewerken";

  private static final String ID = Iris.BASE + "id/";
  private static final Node TYPE = RDF.type.asNode();
  private static final Node IN_SERIES = NodeFactory.createURI(DCAT.NS + "inSeries");

  /** Longer slugs break on their way through mail and sheets. */
  private static final int LONGEST_SLUG = 80;

  private final String key;
  private final Node type;
  private final Set<ThingKind> kinds;
  private final List<String> types;

  Editable(String key, Node type, Set<ThingKind> kinds, String... types) {
    this.key = key;
    this.type = type;
    this.kinds = kinds;
    this.types = List.of(types);
  }

  /** Its name in addresses and in the keys of texts. */
  public String key() {
    return key;
  }

  /** The class of the records. */
  public Node type() {
    return type;
  }

  /** The kind with a name. */
  public static Optional<Editable> named(String name) {
    return Arrays.stream(values()).filter(it -> it.key.equals(name)).findFirst();
  }

  /** The kind of a record, by what a graph says that it is. */
  public static Optional<Editable> of(Node record, Graph graph) {
    return Arrays.stream(values())
        .filter(it -> it.fits(record) && graph.contains(record, TYPE, it.type))
        .findFirst();
  }

  private boolean fits(Node record) {
    return Iris.kindOf(record).filter(kinds::contains).isPresent();
  }

  /** The record that the rest of an address names. */
  Optional<Node> at(String rest) {
    String tail =
        switch (this) {
          case VERSION -> "standaard/" + rest.replaceFirst("/", "/versie/");
          case ORGANISATION -> rest.contains("/") ? rest : "organisatie/" + rest;
          default -> key + "/" + rest;
        };
    return Optional.of(Iris.thingAt(tail)).filter(this::fits);
  }

  /** The path of the form about a record of this kind. */
  public String path(Node record) {
    String iri = record.getURI();
    String tail =
        iri.startsWith(Iris.TOOI)
            ? iri.substring(Iris.TOOI.length())
            : iri.substring(iri.indexOf('/', ID.length()) + 1).replaceFirst("/versie/", "/");
    return PATH + "/" + key + "/" + tail;
  }

  /** The path of the form for a new one. */
  public String fresh() {
    return PATH + "/" + key;
  }

  /**
   * The IRI of a new one; empty when nothing that it can be made of was filled in.
   *
   * @param over the standard that a version is of
   * @param chosen the slug that somebody chose; empty for the one that the name gives
   */
  Optional<Node> minted(Typed typed, Node over, String chosen) {
    String name = typed.text(this == ORGANISATION ? "prefLabel" : "title");
    String slug = cut(Iris.slugOf(chosen.isEmpty() ? name : chosen));
    String label = this == VERSION ? typed.text("version").strip() : "";
    if (this == VERSION) {
      return Iris.slugOf(label).isEmpty() || over == null
          ? Optional.empty()
          : Optional.of(Iris.version(Iris.lastSegment(over), label));
    }
    if (slug.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (this) {
          case STANDARD -> Iris.standard(slug);
          case PROJECT -> Iris.project(slug);
          case DECISION, ADVICE, PROCEDURE, MEETING ->
              Iris.thingAt(key + "/" + dated(year(typed), slug));
          case ORGANISATION -> Iris.organisation(slug);
          default -> Iris.component(slug);
        });
  }

  /** What stands in the place of a new one that has no name yet. */
  Node nameless(Node over) {
    return switch (this) {
      case STANDARD -> Iris.standard("naamloos");
      case VERSION -> Iris.version(Iris.lastSegment(over), "naamloos");
      case DECISION -> Iris.decision("onbekend", "naamloos");
      case PROJECT -> Iris.project("naamloos");
      case ORGANISATION -> Iris.organisation("naamloos");
      case ELEMENT -> Iris.component("naamloos");
      case ADVICE, PROCEDURE, MEETING -> Iris.thingAt(key + "/naamloos");
    };
  }

  private static String dated(String year, String slug) {
    return slug.startsWith(year + "-") ? slug : year + "-" + slug;
  }

  private static String year(Typed typed) {
    Stream<String> steps =
        typed.parts("step").stream()
            .map(step -> typed.text(Typed.part("step", step) + ".beginsOn"))
            .sorted();
    Stream<String> days =
        Stream.of("decidedOn", "effectiveFrom", "advisedOn", "heldOn.jaar").map(typed::text);
    return Stream.concat(days, steps)
        .filter(day -> day.matches("[0-9]{4}.*"))
        .map(day -> day.substring(0, 4))
        .findFirst()
        .orElse("onbekend");
  }

  private static String cut(String slug) {
    if (slug.length() <= LONGEST_SLUG) {
      return slug;
    }
    int end = slug.lastIndexOf('-', LONGEST_SLUG);
    return slug.substring(0, end < 0 ? LONGEST_SLUG : end);
  }

  /** Says what nobody has to be asked. */
  void complete(Graph graph, Node record, Node over) {
    if (!graph.contains(record, TYPE, type)) {
      graph.add(record, TYPE, type);
      types.forEach(it -> graph.add(record, TYPE, NodeFactory.createURI(it)));
      identify(graph, record, over);
    }
    graph
        .find(Node.ANY, TYPE, SC.STATUS_STATEMENT_CLASS)
        .mapWith(Triple::getSubject)
        .toList()
        .forEach(
            it -> {
              if (!graph.contains(it, SC.ABOUT, Node.ANY)) {
                graph.add(it, SC.ABOUT, record);
              }
            });
  }

  /** A relation starts from its record, and stands there directly too. */
  static void relate(Graph before, Graph graph, Node record) {
    List<Triple> direct = direct(graph, record);
    direct(before, record).stream().filter(it -> !direct.contains(it)).forEach(graph::delete);
    direct.forEach(graph::add);
    for (Node relation : relations(graph, record)) {
      if (!graph.contains(relation, SC.FROM, Node.ANY)) {
        graph.add(relation, SC.FROM, record);
      }
      Triple obliges = Triple.create(relation, TYPE, SC.COMPONENT_OBLIGATION_CLASS);
      if (graph.contains(relation, SC.RELATION_TYPE, SC.APPLIES_TO)) {
        graph.add(obliges);
      } else {
        graph.delete(obliges);
      }
    }
    graph
        .find(record, SC.FORMER_RELATION, Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(it -> graph.contains(it, RDF.subject.asNode(), Node.ANY))
        .toList()
        .forEach(it -> graph.add(it, RDF.subject.asNode(), record));
  }

  /** What the relations of a record say without the relation between. */
  static List<Triple> direct(Graph graph, Node record) {
    return relations(graph, record).stream()
        .flatMap(
            relation ->
                graph.stream(relation, SC.RELATION_TYPE, Node.ANY)
                    .flatMap(
                        type ->
                            graph.stream(relation, SC.TO, Node.ANY)
                                .filter(to -> type.getObject().isURI())
                                .map(
                                    to -> Triple.create(record, type.getObject(), to.getObject()))))
        .toList();
  }

  private static List<Node> relations(Graph graph, Node record) {
    return graph.find(record, SC.RELATION, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private void identify(Graph graph, Node record, Node over) {
    Node identifier = DCTerms.identifier.asNode();
    String slug = Iris.lastSegment(record);
    if (this == STANDARD) {
      graph.add(record, identifier, NodeFactory.createLiteralString(slug));
    } else if (this == VERSION) {
      String of = Iris.lastSegment(over);
      graph.add(record, identifier, NodeFactory.createLiteralString(of + "/" + slug));
      graph.add(record, DCTerms.isVersionOf.asNode(), over);
      graph.add(record, IN_SERIES, over);
    }
  }

  /** The standard that a version is of, by its IRI; null for others. */
  Node over(Node record) {
    String iri = record.getURI();
    int at = iri.indexOf("/versie/");
    return this == VERSION && at > 0 ? NodeFactory.createURI(iri.substring(0, at)) : null;
  }
}
