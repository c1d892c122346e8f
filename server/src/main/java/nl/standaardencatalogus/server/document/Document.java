package nl.standaardencatalogus.server.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * What there is to say about one thing.
 *
 * @param about the thing
 * @param path where the document is, without a form
 * @param content makes the graph of what it says: who has the document already needs none
 * @param hash what tells it from every other content
 * @param modified when it last became what it is; null when that is not recorded
 */
record Document(Node about, String path, Supplier<Graph> content, String hash, Instant modified) {

  /** A document whose content is there. */
  static Document of(Node about, String path, Graph graph, Instant modified) {
    return new Document(about, path, () -> graph, hash(lines(graph.stream())), modified);
  }

  /** What it says. */
  Graph graph() {
    return content.get();
  }

  /** The same document in another place. */
  Document at(String other) {
    return new Document(about, other, content, hash, modified);
  }

  /** The same document, which last became what it is then. */
  Document since(Instant moment) {
    return new Document(about, path, content, hash, moment);
  }

  /** Triples as lines, in an order that does not depend on how they are kept. */
  static Stream<String> lines(Stream<Triple> triples) {
    return triples.map(NodeFmtLib::str).sorted();
  }

  /** What tells some lines from all others. */
  static String hash(Stream<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
