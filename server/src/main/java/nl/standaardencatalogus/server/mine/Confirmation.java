package nl.standaardencatalogus.server.mine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;

/**
 * That a declaration, as one revision has it, is still right: a box that can be ticked.
 *
 * @param path the end of the declaration's IRI
 * @param based the number of the revision
 */
record Confirmation(String path, long based) {
  private static final String ROOT = Iris.BASE + "id/verklaring/";
  private static final Pattern TEXT = Pattern.compile("([a-z0-9./-]+)@([1-9][0-9]{0,11})");

  static Confirmation of(Node declaration, long based) {
    return new Confirmation(declaration.getURI().substring(ROOT.length()), based);
  }

  /** Reads what was sent; empty for anything else. */
  static Optional<Confirmation> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new Confirmation(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  String text() {
    return path + "@" + based;
  }

  /** The declaration; empty where there can be none. */
  Optional<OwnDeclaration> declaration() {
    String[] parts = path.split("/");
    return parts.length < 2 || parts.length > 3
        ? Optional.empty()
        : OwnDeclaration.at(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
  }
}
