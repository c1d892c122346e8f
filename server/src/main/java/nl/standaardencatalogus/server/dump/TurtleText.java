package nl.standaardencatalogus.server.dump;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Turtle about one subject after another. Jena's writers take more time than all the rest of a
 * dump; this one remembers how it wrote the terms that come again and again, and sorts nothing that
 * is in order already.
 */
final class TurtleText {
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final Map<String, Pattern> BARE =
      Map.of(
          XSD.integer.getURI(), Pattern.compile("[+-]?[0-9]+"),
          XSD.decimal.getURI(), Pattern.compile("[+-]?[0-9]*\\.[0-9]+"),
          XSD.xboolean.getURI(), Pattern.compile("true|false"));

  /** Names of properties, classes, types and codes; others are too many to be worth it. */
  private static final int MOST_KEPT = 10_000;

  private final Map<String, String> prefixes;
  private final Map<String, String> names = new HashMap<>();
  private final Map<Node, String> kept = new HashMap<>();
  private final StringBuilder text = new StringBuilder(1 << 12);

  /** Turtle with these namespaces by prefix. */
  TurtleText(Map<String, String> prefixes) {
    this.prefixes = prefixes;
    prefixes.forEach((prefix, namespace) -> names.put(namespace, prefix + ":"));
  }

  /** The prefixes that stand above everything. */
  byte[] head() {
    prefixes.forEach(
        (prefix, namespace) ->
            text.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n"));
    return taken();
  }

  /** What is said of one subject, in {@link TurtleOrder}. */
  byte[] about(Node subject, List<Triple> said) {
    text.append("\n<").append(subject.getURI()).append('>');
    Node last = null;
    for (Triple triple : said) {
      if (triple.getPredicate().equals(last)) {
        text.append(", ");
      } else {
        last = triple.getPredicate();
        text.append(triple == said.get(0) ? "\n  " : " ;\n  ");
        text.append(last.equals(RDF.type.asNode()) ? "a" : iri(last)).append(' ');
      }
      Node object = triple.getObject();
      if (object.isURI()) {
        text.append(iri(object));
      } else {
        literal(object);
      }
    }
    text.append(" .\n");
    return taken();
  }

  private byte[] taken() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return bytes;
  }

  private String iri(Node node) {
    String known = kept.get(node);
    if (known != null) {
      return known;
    }
    String iri = node.getURI();
    int start = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    String prefix = names.get(iri.substring(0, start));
    if (prefix == null || !LOCAL.matcher(iri.substring(start)).matches()) {
      return '<' + iri + '>';
    }
    String name = prefix + iri.substring(start);
    if (kept.size() < MOST_KEPT) {
      kept.put(node, name);
    }
    return name;
  }

  private void literal(Node literal) {
    String value = literal.getLiteralLexicalForm();
    String type = literal.getLiteralDatatypeURI();
    Pattern bare = BARE.get(type);
    if (bare != null && bare.matcher(value).matches()) {
      text.append(value);
      return;
    }
    text.append(CanonicalGraph.quoted(value));
    if (Util.isLangString(literal)) {
      text.append('@').append(literal.getLiteralLanguage());
    } else if (!type.equals(XSD.xstring.getURI())) {
      text.append("^^").append(iri(NodeFactory.createURI(type)));
    }
  }
}
