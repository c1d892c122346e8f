package nl.standaardencatalogus.server.feed;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;

/** N-Quads that are being written, with the words of event streams. */
final class Quads {
  static final String LDES = "https://w3id.org/ldes#";
  static final String TREE = "https://w3id.org/tree#";
  static final String AS = "https://www.w3.org/ns/activitystreams#";
  static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

  /** The prefixes of those that documents do not use. */
  static final Map<String, String> PREFIXES =
      new TreeMap<>(Map.of("hydra", HYDRA, "ldes", LDES, "tree", TREE));

  private final StringBuilder text = new StringBuilder(1 << 16);

  /** Says something in the default graph. */
  Quads say(Node subject, Node predicate, Node object) {
    node(subject).append(' ');
    node(predicate).append(' ');
    node(object).append(" .\n");
    return this;
  }

  void say(Triple triple) {
    say(triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  Quads type(Node subject, Node type) {
    return say(subject, RDF.type.asNode(), type);
  }

  /**
   * Adds the graph of a record under another name.
   *
   * @param content canonical N-Quads in a graph named by the record
   */
  void graph(String content, Node record, Node name) {
    String end = " <" + record.getURI() + "> .";
    int at = 0;
    while (at < content.length()) {
      int next = content.indexOf('\n', at);
      int cut = next - end.length();
      if (!content.startsWith(end, cut)) {
        throw new IllegalArgumentException("Not in the graph of its record: " + record);
      }
      text.append(content, at, cut).append(" <").append(name.getURI()).append("> .\n");
      at = next + 1;
    }
  }

  private StringBuilder node(Node node) {
    return node.isURI()
        ? text.append('<').append(node.getURI()).append('>')
        : text.append(NodeFmtLib.strNT(node));
  }

  static Node ldes(String name) {
    return NodeFactory.createURI(LDES + name);
  }

  static Node tree(String name) {
    return NodeFactory.createURI(TREE + name);
  }

  static Node hydra(String name) {
    return NodeFactory.createURI(HYDRA + name);
  }

  static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  static Node yes() {
    return NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
