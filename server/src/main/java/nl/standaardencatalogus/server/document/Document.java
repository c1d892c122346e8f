package nl.standaardencatalogus.server.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What there is to say about one thing.
 *
 * @param about the thing
 * @param path where the document is, without a form
 * @param graph what it says
 */
record Document(Node about, String path, Graph graph) {

  /** The entity tag of the document in a form: another one for every other content. */
  String tag(Form form) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      graph.stream()
          .map(Triple::toString)
          .sorted()
          .forEach(triple -> digest.update(triple.getBytes(StandardCharsets.UTF_8)));
      String hash = HexFormat.of().formatHex(digest.digest(), 0, 12);
      return "\"" + hash + "-" + form.suffix() + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
