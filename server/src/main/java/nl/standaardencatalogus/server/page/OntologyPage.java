package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Every word that the catalogue is written in: classes, properties and code lists, with what each
 * means in both languages and an example.
 *
 * @param drawing the classes and what leads from one to another
 */
public record OntologyPage(
    Frame frame,
    String version,
    String drawing,
    List<Term> classes,
    List<Term> properties,
    List<CodeList> lists,
    List<Link> prefixes) {
  private static final String ANYTHING = "";
  private static final int PROPERTIES_ASKED = 4;

  /** A text in one language. */
  public record Said(String language, String text) {}

  /**
   * A class or property.
   *
   * @param id the anchor, and the last part of its IRI
   * @param labels what it is called, in the page's language first
   * @param definitions what it means, in the page's language first
   * @param properties for a class: what is said of its members
   * @param example a member, or null
   * @param query an address that asks for members; null for a property
   */
  public record Term(
      String id,
      String name,
      List<Said> labels,
      List<Said> definitions,
      String kind,
      boolean derived,
      List<Fact> facts,
      List<Link> properties,
      Link example,
      String query) {}

  /** A code list. */
  public record CodeList(
      Link list, List<Said> labels, List<Said> definitions, List<Link> concepts) {}

  static OntologyPage of(View view) {
    return new Reader(view).page();
  }

  /** The query that asks for members of a class with the first of their properties. */
  static String query(Node type, List<Node> properties) {
    String own = Iris.lastSegment(type);
    String member = own.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + own.substring(1);
    String asked =
        properties.stream()
            .limit(PROPERTIES_ASKED)
            .map(Iris::lastSegment)
            .map(p -> "  OPTIONAL { ?" + member + " sc:" + p + " ?" + p + "_ }\n")
            .collect(Collectors.joining());
    return "PREFIX sc: <"
        + SC.NS
        + ">\n\nSELECT * {\n  ?"
        + member
        + " a sc:"
        + own
        + " .\n"
        + asked
        + "}\nLIMIT 20\n";
  }

  /** Reads the ontology for one page. */
  private static final class Reader {
    private static final Node DOMAIN = RDFS.domain.asNode();
    private static final Node RANGE = RDFS.range.asNode();
    private static final Node LABEL = RDFS.label.asNode();
    private static final Node CONCEPT = SKOS.Concept.asNode();
    private static final Set<Node> META =
        Set.of(CONCEPT, RDFS.Class.asNode(), RDF.Property.asNode());

    private final View view;
    private final Graph words = Ontology.graph();
    private final Map<Node, String> labels = new HashMap<>();
    private final List<Node> classes;
    private final List<Node> objectProperties;
    private final List<Node> properties;

    Reader(View view) {
      this.view = view;
      this.classes = terms(List.of(OWL2.Class.asNode()));
      this.objectProperties = terms(List.of(OWL2.ObjectProperty.asNode()));
      this.properties =
          terms(
              List.of(
                  OWL2.ObjectProperty.asNode(),
                  OWL2.DatatypeProperty.asNode(),
                  OWL2.AnnotationProperty.asNode(),
                  RDF.Property.asNode()));
    }

    OntologyPage page() {
      String title = view.t("ontology");
      Node ontology = NodeFactory.createURI(Ontology.IRI);
      Frame frame = view.frame(title, "", view.crumbs(Link.text(title)), true);
      return new OntologyPage(
          frame,
          objects(ontology, OWL2.versionInfo.asNode())
              .findFirst()
              .map(Node::getLiteralLexicalForm)
              .orElse(""),
          ClassDiagram.draw(view.t("ontology.drawing"), boxes()),
          classes.stream().map(c -> term(c, true)).toList(),
          properties.stream().map(p -> term(p, false)).toList(),
          lists(),
          Vocabularies.prefixes().entrySet().stream()
              .map(p -> new Link(p.getKey(), p.getValue()))
              .toList());
    }

    /** The terms of our own of some types, by what they are called. */
    private List<Node> terms(Collection<Node> types) {
      return types.stream()
          .flatMap(type -> words.stream(Node.ANY, RDF.type.asNode(), type))
          .map(Triple::getSubject)
          .filter(term -> term.isURI() && term.getURI().startsWith(SC.NS))
          .distinct()
          .sorted(Comparator.comparing(term -> label(term).toLowerCase(view.language().locale())))
          .toList();
    }

    private Stream<Node> objects(Node subject, Node property) {
      return words.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    /** What a term is called here; its prefixed name where it is not one of ours. */
    private String label(Node term) {
      return labels.computeIfAbsent(
          term,
          it -> said(it, LABEL).stream().findFirst().map(Said::text).orElseGet(() -> name(it)));
    }

    private static String name(Node term) {
      return Vocabularies.prefixes().entrySet().stream()
          .filter(p -> term.getURI().startsWith(p.getValue()))
          .findFirst()
          .map(p -> p.getKey() + ":" + term.getURI().substring(p.getValue().length()))
          .orElse(term.getURI());
    }

    private List<Said> said(Node term, Node property) {
      String first = view.language().tag();
      return objects(term, property)
          .filter(Node::isLiteral)
          .map(l -> new Said(l.getLiteralLanguage(), l.getLiteralLexicalForm()))
          .sorted(Comparator.comparing(s -> !s.language().equals(first)))
          .toList();
    }

    private Term term(Node term, boolean type) {
      List<Node> own = type ? of(term) : List.of();
      return new Term(
          Iris.lastSegment(term),
          name(term),
          said(term, LABEL),
          said(term, SKOS.definition.asNode()),
          view.t(kind(term, type)),
          Validity.DERIVED.contains(term),
          facts(term, type),
          own.stream().map(this::link).toList(),
          type ? example(term).orElse(null) : null,
          type ? view.href("/sparql?query=" + Asked.encode(query(term, own))) : null);
    }

    private String kind(Node term, boolean type) {
      if (type) {
        return "ontology.class";
      }
      if (words.contains(term, RDF.type.asNode(), RDF.Property.asNode())) {
        return "ontology.property";
      }
      return objectProperties.contains(term) ? "ontology.object" : "ontology.datatype";
    }

    private List<Node> of(Node type) {
      return properties.stream().filter(p -> words.contains(p, DOMAIN, type)).toList();
    }

    private List<Fact> facts(Node term, boolean type) {
      List<Fact> facts = new ArrayList<>();
      fact(
          facts,
          "ontology.parent",
          term,
          type ? RDFS.subClassOf.asNode() : RDFS.subPropertyOf.asNode());
      fact(facts, "ontology.domain", term, DOMAIN);
      fact(facts, "ontology.range", term, RANGE);
      fact(facts, "ontology.seealso", term, RDFS.seeAlso.asNode());
      if (type) {
        List<Link> leading =
            objectProperties.stream()
                .filter(p -> words.contains(p, RANGE, term))
                .map(this::link)
                .toList();
        if (!leading.isEmpty()) {
          facts.add(new Fact(view.t("ontology.leading"), leading));
        }
      }
      return facts;
    }

    private void fact(List<Fact> facts, String key, Node term, Node property) {
      List<Link> values = objects(term, property).filter(Node::isURI).map(this::link).toList();
      if (!values.isEmpty()) {
        facts.add(new Fact(view.t(key), values));
      }
    }

    private Link link(Node term) {
      if (term.getURI().startsWith(SC.NS)) {
        return new Link(label(term), "#" + Iris.lastSegment(term));
      }
      return term.getURI().startsWith(Iris.BASE)
          ? view.link(term)
          : new Link(name(term), PagePaths.web(term.getURI()) ? term.getURI() : null);
    }

    private Optional<Link> example(Node type) {
      return view.snapshot().graph().stream(Node.ANY, RDF.type.asNode(), type)
          .map(Triple::getSubject)
          .filter(Node::isURI)
          .map(
              member -> PagePaths.of(member).map(path -> new Link(called(member), view.href(path))))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private String called(Node member) {
      return view.overview().names().containsKey(member) || Unnamed.is(member)
          ? view.name(member)
          : member.getURI().replace(Iris.BASE, "…/");
    }

    private List<CodeList> lists() {
      return words.stream(Node.ANY, RDF.type.asNode(), SKOS.ConceptScheme.asNode())
          .map(Triple::getSubject)
          .map(
              list ->
                  new CodeList(
                      new Link(label(list, SKOS.prefLabel.asNode()), view.link(list).href()),
                      said(list, SKOS.prefLabel.asNode()),
                      said(list, SKOS.definition.asNode()),
                      words.stream(Node.ANY, SKOS.inScheme.asNode(), list)
                          .map(Triple::getSubject)
                          .map(view::link)
                          .sorted(Comparator.comparing(Link::label))
                          .toList()))
          .sorted(Comparator.comparing(l -> l.list().label().toLowerCase(view.language().locale())))
          .toList();
    }

    private String label(Node term, Node property) {
      return said(term, property).stream().findFirst().map(Said::text).orElse(Slugs.of(term));
    }

    /** The classes that lead to another or that another leads to. */
    private List<ClassDiagram.Box> boxes() {
      Map<String, List<ClassDiagram.Arrow>> arrows = new LinkedHashMap<>();
      Map<String, Node> nodes = new HashMap<>();
      for (Node property : objectProperties) {
        objects(property, RANGE)
            .filter(range -> !META.contains(range))
            .forEach(range -> leads(property, range, arrows, nodes));
      }
      for (Node type : classes) {
        objects(type, RDFS.subClassOf.asNode())
            .filter(above -> nodes.containsKey(above.toString()) || classes.contains(above))
            .forEach(
                above -> {
                  nodes.put(type.toString(), type);
                  nodes.put(above.toString(), above);
                  arrows
                      .computeIfAbsent(type.toString(), n -> new ArrayList<>())
                      .add(new ClassDiagram.Arrow(view.t("ontology.isa"), above.toString(), false));
                });
      }
      Set<String> names = new LinkedHashSet<>(arrows.keySet());
      arrows.values().forEach(all -> all.forEach(arrow -> names.add(arrow.to())));
      return names.stream()
          .map(n -> box(n, nodes.get(n), arrows.getOrDefault(n, List.of())))
          .toList();
    }

    private void leads(
        Node property,
        Node range,
        Map<String, List<ClassDiagram.Arrow>> arrows,
        Map<String, Node> nodes) {
      List<Node> domains = objects(property, DOMAIN).toList();
      nodes.put(range.toString(), range);
      domains.forEach(domain -> nodes.put(domain.toString(), domain));
      Stream<String> from =
          domains.isEmpty() ? Stream.of(ANYTHING) : domains.stream().map(Node::toString);
      from.forEach(
          name ->
              arrows
                  .computeIfAbsent(name, n -> new ArrayList<>())
                  .add(
                      new ClassDiagram.Arrow(
                          label(property), range.toString(), Validity.DERIVED.contains(property))));
    }

    private ClassDiagram.Box box(String name, Node type, List<ClassDiagram.Arrow> arrows) {
      if (type == null) {
        return new ClassDiagram.Box(
            name, view.t("ontology.anything"), "#eigenschappen", false, arrows);
      }
      boolean own = type.getURI().startsWith(SC.NS);
      return new ClassDiagram.Box(name, label(type), link(type).href(), own, arrows);
    }
  }
}
