package nl.standaardencatalogus.server.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Texts;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A document as a plain page: for the things that have no page of their own.
 *
 * @param language of what the page says itself, and of names where there is a choice
 * @param title what the thing is called
 * @param iri its identifier
 * @param forms the same document for programs
 * @param parts the thing first, then what belongs to it
 */
public record DocumentPage(
    Language language, String title, String iri, List<Value> forms, List<Part> parts) {
  private static final List<Node> NAMES =
      List.of(
          SKOS.prefLabel.asNode(),
          DCTerms.title.asNode(),
          RDFS.label.asNode(),
          NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"));

  /** A node of the document and what is said about it. */
  public record Part(String id, String title, List<Row> rows) {}

  /** A property and its values. */
  public record Row(Value property, List<Value> values) {}

  /** A text, with an address where there is one to go to; the language is null when not known. */
  public record Value(String text, String href, String language) {}

  static DocumentPage of(Document document, Language language, Graph words, Graph state) {
    Names names = new Names(language, List.of(document.graph(), words, state));
    Map<Node, List<Triple>> bySubject = new TreeMap<>(Comparator.comparing(Node::toString));
    document
        .graph()
        .find()
        .forEach(t -> bySubject.computeIfAbsent(t.getSubject(), k -> new ArrayList<>()).add(t));
    List<Part> parts = new ArrayList<>();
    List<Triple> own = bySubject.remove(document.about());
    if (own != null) {
      parts.add(part(document.about(), own, names));
    }
    bySubject.forEach((subject, triples) -> parts.add(part(subject, triples, names)));
    List<Value> forms = new ArrayList<>();
    for (Form form : Form.OF_DOCUMENTS) {
      if (form != Form.HTML) {
        forms.add(new Value(form.suffix(), document.path() + "." + form.suffix(), null));
      }
    }
    return new DocumentPage(
        language, names.of(document.about()), document.about().getURI(), forms, List.copyOf(parts));
  }

  private static Part part(Node subject, List<Triple> triples, Names names) {
    Map<Node, List<Value>> rows = new LinkedHashMap<>();
    triples.stream()
        .sorted(Comparator.comparing(Triple::toString))
        .forEach(
            t ->
                rows.computeIfAbsent(t.getPredicate(), k -> new ArrayList<>())
                    .add(names.value(t.getObject())));
    String iri = subject.toString();
    return new Part(
        iri.substring(iri.indexOf('#') + 1),
        names.of(subject),
        rows.entrySet().stream()
            .map(row -> new Row(names.value(row.getKey()), row.getValue()))
            .toList());
  }

  /** A text in the language of the page. */
  public String t(String key) {
    return new Texts(language).get(key);
  }

  private record Names(Language language, List<Graph> graphs) {
    String of(Node node) {
      for (Graph graph : graphs) {
        for (Node property : NAMES) {
          String best = null;
          for (Triple t : graph.find(node, property, Node.ANY).toList()) {
            if (best == null || t.getObject().getLiteralLanguage().equals(language.tag())) {
              best = t.getObject().getLiteralLexicalForm();
            }
          }
          if (best != null) {
            return best;
          }
        }
      }
      String iri = node.toString();
      return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    Value value(Node node) {
      if (node.isLiteral()) {
        return new Value(node.getLiteralLexicalForm(), null, tag(node));
      }
      if (!node.isURI()) {
        return new Value(node.toString(), null, null);
      }
      return new Value(of(node), href(node.getURI()), null);
    }

    private static String tag(Node literal) {
      String language = literal.getLiteralLanguage();
      return language.isEmpty() ? null : language;
    }

    private static String href(String iri) {
      if (iri.startsWith(Iris.BASE)) {
        return iri.substring(Iris.BASE.length() - 1);
      }
      return iri.startsWith("https://") || iri.startsWith("http://") ? iri : null;
    }
  }
}
