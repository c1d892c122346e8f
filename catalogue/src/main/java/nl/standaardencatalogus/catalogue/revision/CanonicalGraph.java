package nl.standaardencatalogus.catalogue.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
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
    return new String(lines(record, graph.stream()), StandardCharsets.UTF_8);
  }

  /**
   * Writes triples as quads of the graph of a record, a line each, in code point order.
   *
   * @throws IllegalArgumentException when there is a blank node or another node that N-Quads do not
   *     know
   */
  public static byte[] lines(Node record, Stream<Triple> triples) {
    String end = ' ' + text(record) + " .\n";
    List<byte[]> lines =
        triples
            .map(triple -> bytes(text(triple) + end))
            // Bytes of UTF-8 order as code points do; the chars of a String do not.
            .sorted(Arrays::compareUnsigned)
            .toList();
    byte[] all = new byte[lines.stream().mapToInt(line -> line.length).sum()];
    int at = 0;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, all, at, line.length);
      at += line.length;
    }
    return all;
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
      RDFParser.fromString(content, Lang.NQUADS)
          .checking(false)
          .resolveURIs(false)
          .parse(intoGraph(graph));
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
    String quoted = quoted(node.getLiteralLexicalForm());
    if (Util.isLangString(node)) {
      return quoted + '@' + node.getLiteralLanguage();
    }
    String type = node.getLiteralDatatypeURI();
    return type.equals(XSD.xstring.getURI()) ? quoted : quoted + "^^<" + type + '>';
  }

  /** A text in quotes, with the escapes of the canonical form; Turtle reads them too. */
  public static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  private static String escaped(String text) {
    int plain = 0;
    while (plain < text.length() && !isEscaped(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : escaped(text, plain);
  }

  private static boolean isEscaped(char c) {
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F || c >= 0xFFFE;
  }

  /** Most texts have nothing to escape, so the copy begins at what has. */
  private static String escaped(String text, int from) {
    StringBuilder escaped = new StringBuilder(text.length() + 8).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
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
          if (isEscaped(c)) {
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
