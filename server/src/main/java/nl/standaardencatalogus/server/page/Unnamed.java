package nl.standaardencatalogus.server.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;

/** What is too many to keep a name of each in memory: its name is made from its IRI. */
final class Unnamed {
  private static final Pattern NUMBERED = Pattern.compile("(revisie|commit)/([0-9]+)");
  private static final Pattern DECLARATION =
      Pattern.compile("verklaring/(gm[0-9]{4})/([a-z0-9-]+)(/[a-z0-9.-]+)?");
  private static final String ID = Iris.BASE + "id/";
  private static final String DECLARATIONS = ID + "verklaring/";

  private Unnamed() {}

  static boolean is(Node thing) {
    String tail = tail(thing);
    return NUMBERED.matcher(tail).matches() || DECLARATION.matcher(tail).matches();
  }

  static boolean isDeclaration(Node record) {
    return record.getURI().startsWith(DECLARATIONS);
  }

  static Optional<String> of(View view, Node thing) {
    String tail = tail(thing);
    Matcher numbered = NUMBERED.matcher(tail);
    if (numbered.matches()) {
      return Optional.of(view.t("name." + numbered.group(1), numbered.group(2)));
    }
    Matcher declaration = DECLARATION.matcher(tail);
    if (declaration.matches()) {
      String who = view.name(Iris.municipality(declaration.group(1)));
      String what = view.name(Iris.standard(declaration.group(2)));
      String which = declaration.group(3) == null ? "" : " " + declaration.group(3).substring(1);
      return Optional.of(view.t("change.declaration", who, what + which));
    }
    return Optional.empty();
  }

  private static String tail(Node thing) {
    if (!thing.isURI() || !thing.getURI().startsWith(ID)) {
      return "";
    }
    return Iris.recordOf(thing).getURI().replace(ID, "");
  }
}
