package nl.standaardencatalogus.catalogue.iri;

import java.util.regex.Pattern;

/** What an IRI can be the identifier of, and how such an IRI goes on after {@code id/}. */
public enum ThingKind {
  STANDARD("standaard/" + ThingKind.SLUG),
  VERSION("standaard/" + ThingKind.SLUG + "/versie/" + ThingKind.LABEL),
  DECISION("besluit/" + ThingKind.SLUG),
  DECLARATION(
      "verklaring/"
          + ThingKind.MUNICIPALITY
          + "/"
          + ThingKind.SLUG
          + "(/"
          + ThingKind.LABEL
          + ")?"),
  MANDATE("mandaat/" + ThingKind.MUNICIPALITY + "/" + ThingKind.SLUG),
  ELEMENT("component/" + ThingKind.SLUG),
  ORGANISATION("organisatie/" + ThingKind.SLUG),
  COOPERATION("samenwerking/" + ThingKind.SLUG),
  REORGANISATION("herindeling/" + ThingKind.SLUG),
  GOAL("doel/" + ThingKind.SLUG),
  PROJECT("project/" + ThingKind.SLUG),
  FUNDING_ADVICE("advies/" + ThingKind.SLUG),
  PROCEDURE("procedure/" + ThingKind.SLUG),
  MEETING("vergadering/" + ThingKind.SLUG),
  /** What TOOI has an identifier for: after TOOI's own base, not after ours. */
  PUBLIC_BODY("(gemeente|provincie|ministerie|oorg|zbo|so|waterschap|col)/[a-z0-9]+(_[a-z0-9]+)*"),
  REVISION("revisie/[1-9][0-9]{0,17}"),
  COMMIT("commit/[1-9][0-9]{0,17}");

  static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

  /** The slug of a version label: not of dots alone, which would mean another folder in a path. */
  static final String LABEL = "(?=[.-]*[a-z0-9])[a-z0-9.]+(-[a-z0-9.]+)*";

  static final String MUNICIPALITY = "gm[0-9]{4}";

  private final Pattern tail;

  ThingKind(String tail) {
    this.tail = Pattern.compile(tail);
  }

  boolean fits(String candidate) {
    return tail.matcher(candidate).matches();
  }

  /** Whether the catalogue writes these itself: who could bring them in could rewrite the past. */
  public boolean isOfTheLog() {
    return this == REVISION || this == COMMIT;
  }

  /**
   * Whether the IRI alone says which thing it is, as a code and a version label do. A slug that
   * somebody chose does not.
   */
  public boolean saysWhichThing() {
    return this == DECLARATION || this == MANDATE || this == VERSION || this == PUBLIC_BODY;
  }
}
