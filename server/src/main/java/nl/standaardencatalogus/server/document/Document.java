package nl.standaardencatalogus.server.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What there is to say about one thing.
 *
 * @param about the thing
 * @param path where the document is, without a form
 * @param graph what it says
 * @param modified when it last became what it is; null when that is not recorded
 */
record Document(Node about, String path, Graph graph, Instant modified) {

  /** The same document in another place. */
  Document at(String other) {
    return new Document(about, other, graph, modified);
  }

  /** What tells it from every other content. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines().forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private List<String> lines() {
    return graph.stream().map(Triple::toString).sorted().toList();
  }
}
