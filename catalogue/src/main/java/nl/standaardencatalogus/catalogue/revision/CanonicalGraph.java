package nl.standaardencatalogus.catalogue.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.XSD;

/**
 * The one way in which the graph of a record is written down, so that equal graphs have equal bytes
 * and equal hashes.
 *
 * <p>It is the canonical form of RDFC-1.0 (RDF Dataset Canonicalization): N-Quads in canonical
 * form, a line each, in code point order. A record has no blank nodes, and without those nothing
 * else of that specification applies.
 */
public final class CanonicalGraph {
  private CanonicalGraph() {}

  /**
   * Writes the graph of a record.
   *
   * @param record names the graph of the quads
   * @throws IllegalArgumentException when the graph has a blank node or another node that N-Quads
   *     do not know
   */
  public static String write(Node record, Graph graph) {
    String end = ' ' + text(record) + " .\n";
    List<byte[]> lines =
        graph.stream().map(triple -> text(triple) + end).map(CanonicalGraph::bytes).toList();
    // Bytes of UTF-8 order as code points do; the chars of a String do not.
    return lines.stream()
        .sorted(Arrays::compareUnsigned)
        .map(line -> new String(line, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is not N-Quads
   */
  public static Graph read(String content) {
    Graph graph = GraphFactory.createDefaultGraph();
    if (content.isEmpty()) {
      return graph;
    }
    try {
      RDFParser.fromString(content, Lang.NQUADS).checking(false).parse(intoGraph(graph));
    } catch (RiotException e) {
      throw new IllegalArgumentException("Not N-Quads: " + e.getMessage(), e);
    }
    return graph;
  }

  private static StreamRDF intoGraph(Graph graph) {
    return new StreamRDFBase() {
      @Override
      public void quad(Quad quad) {
        graph.add(quad.asTriple());
      }
    };
  }

  /** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal. */
  public static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Triple triple) {
    return text(triple.getSubject())
        + ' '
        + text(triple.getPredicate())
        + ' '
        + text(triple.getObject());
  }

  private static String text(Node node) {
    if (node.isURI()) {
      return '<' + node.getURI() + '>';
    }
    if (!node.isLiteral()) {
      throw new IllegalArgumentException("A record cannot hold the node " + node);
    }
    String quoted = '"' + escaped(node.getLiteralLexicalForm()) + '"';
    if (Util.isLangString(node)) {
      return quoted + '@' + node.getLiteralLanguage();
    }
    String type = node.getLiteralDatatypeURI();
    return type.equals(XSD.xstring.getURI()) ? quoted : quoted + "^^<" + type + '>';
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\b' -> escaped.append("\\b");
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\f' -> escaped.append("\\f");
        case '\r' -> escaped.append("\\r");
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        default -> {
          if (c < 0x20 || c == 0x7F || c >= 0xFFFE) {
            escaped.append(String.format("\\u%04X", (int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }
}
