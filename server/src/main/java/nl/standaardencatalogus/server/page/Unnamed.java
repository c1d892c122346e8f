package nl.standaardencatalogus.server.page;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import org.apache.jena.graph.Node;

/** What is too many to keep a name of each in memory: its name is made from its IRI. */
final class Unnamed {
  private static final Set<ThingKind> KINDS =
      EnumSet.of(ThingKind.REVISION, ThingKind.COMMIT, ThingKind.DECLARATION);

  private Unnamed() {}

  static boolean is(Node thing) {
    return kind(thing).isPresent();
  }

  static Optional<String> of(View view, Node thing) {
    return kind(thing)
        .map(
            kind ->
                switch (kind) {
                  case REVISION -> view.t("name.revisie", Iris.lastSegment(thing));
                  case COMMIT -> view.t("name.commit", Iris.lastSegment(thing));
                  default -> declaration(view, Iris.recordOf(thing));
                });
  }

  /** After {@code verklaring} come the municipality, the standard and, for some, the version. */
  private static String declaration(View view, Node declaration) {
    String[] tail = declaration.getURI().substring(Iris.BASE.length()).split("/");
    String who = view.name(Iris.municipality(tail[2]));
    String what = view.name(Iris.standard(tail[3]));
    return view.t("change.declaration", who, tail.length > 4 ? what + " " + tail[4] : what);
  }

  private static Optional<ThingKind> kind(Node thing) {
    return thing.isURI()
        ? Iris.kindOf(Iris.recordOf(thing)).filter(KINDS::contains)
        : Optional.empty();
  }
}
