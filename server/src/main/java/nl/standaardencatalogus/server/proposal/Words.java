package nl.standaardencatalogus.server.proposal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * How people read what a submission says: by names, also of what is new in it, and of parts by what
 * tells them from others.
 */
final class Words {
  /** What a part is called by, the first that it has. */
  private static final List<Node> NAMES =
      List.of(
          DCTerms.title.asNode(),
          SKOS.prefLabel.asNode(),
          RDFS.label.asNode(),
          SC.STEP_KIND,
          SC.STATUS_VALUE,
          SC.TO,
          SC.REACTED_BY,
          DCTerms.description.asNode());

  private static final int LONGEST_NAME = 80;

  private final View view;
  private final Submission submission;

  Words(View view, Submission submission) {
    this.view = view;
    this.submission = submission;
  }

  /** What a value of a record is called; empty when it says nothing to people. */
  Optional<Link> value(Node value, boolean several, Graph... said) {
    if (!value.isURI()) {
      return Optional.of(Link.text(view.literal(value) + language(value, several)));
    }
    String iri = value.getURI();
    if (!view.called(iri).equals(iri)) {
      return Optional.of(view.link(value));
    }
    if (!iri.startsWith(Iris.BASE) && !iri.startsWith(Iris.TOOI)) {
      return Optional.of(iri.matches("https?://.*") ? new Link(iri, iri) : Link.text(iri));
    }
    return Optional.of(Link.text(iri.contains("#") ? part(value, said) : record(value)));
  }

  private String language(Node value, boolean several) {
    return switch (value.getLiteralLanguage()) {
      case "en" -> " (" + view.t("language.en") + ")";
      case "nl" -> several ? " (" + view.t("language.nl") + ")" : "";
      default -> "";
    };
  }

  private String record(Node record) {
    return submission
        .about(record)
        .filter(it -> !it.ends())
        .map(it -> it.name(view))
        .orElseGet(() -> view.name(record));
  }

  /** A part by its kind and its name; the number in its address where it has none. */
  String part(Node part, Graph... said) {
    String kind =
        Stream.of(said)
            .flatMap(graph -> objects(graph, part, RDF.type.asNode()))
            .filter(Node::isURI)
            .filter(it -> it.getURI().startsWith(SC.NS))
            .sorted(Comparator.comparing(Node::getURI))
            .map(view::term)
            .findFirst()
            .orElse("");
    String fragment = Iris.lastSegment(part).replaceFirst("^.*#", "");
    String name =
        NAMES.stream()
            .flatMap(property -> Stream.of(said).flatMap(graph -> objects(graph, part, property)))
            .filter(it -> !it.isLiteral() || !it.getLiteralLanguage().equals("en"))
            .map(it -> it.isLiteral() ? it.getLiteralLexicalForm() : named(it))
            .map(it -> it.length() > LONGEST_NAME ? it.substring(0, LONGEST_NAME) + "…" : it)
            .findFirst()
            .orElse(kind.isEmpty() ? fragment : fragment.replaceFirst("^.*?([0-9]*)$", "$1"));
    return Stream.of(kind, name).filter(it -> !it.isEmpty()).reduce((a, b) -> a + ": " + b).get();
  }

  private String named(Node thing) {
    return view.called(thing.getURI()).equals(thing.getURI()) ? record(thing) : view.name(thing);
  }

  private static Stream<Node> objects(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).toList().stream().map(it -> it.getObject());
  }

  /** All values that say something to people, in the order of their words. */
  List<Link> values(Collection<Node> values, Graph... said) {
    boolean several =
        values.stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .filter(it -> !it.isEmpty())
                .distinct()
                .count()
            > 1;
    return values.stream()
        .flatMap(it -> value(it, several, said).stream())
        .sorted(Comparator.comparing(Link::label))
        .toList();
  }
}
