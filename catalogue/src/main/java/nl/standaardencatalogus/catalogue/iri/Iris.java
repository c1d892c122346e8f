package nl.standaardencatalogus.catalogue.iri;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The grammar of the catalogue's identifiers: which IRI a thing has, and what an IRI says of
 * itself.
 *
 * <p>Identifiers are permanent and do not depend on where the catalogue runs. A thing has an IRI
 * below {@code id/}, the document about it the same tail below {@code doc/}. Public bodies keep the
 * IRI that TOOI gave them; only the document about them is ours.
 */
public final class Iris {
  /** Every IRI that the catalogue mints starts with this. */
  public static final String BASE = "https://w3id.org/standaardencatalogus/";

  /** Where TOOI keeps the identifiers of public bodies. */
  public static final String TOOI = "https://identifier.overheid.nl/tooi/id/";

  private static final String ID = BASE + "id/";
  private static final String DOC = BASE + "doc/";
  private static final String DECLARATIONS = ID + "verklaring/";
  private static final Pattern SLUG = Pattern.compile(ThingKind.SLUG);
  private static final Pattern LABEL = Pattern.compile(ThingKind.LABEL);
  private static final Pattern MUNICIPALITY = Pattern.compile(ThingKind.MUNICIPALITY);
  private static final Pattern FRAGMENT = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  /** The longest curated one has 211 characters; addresses of some thousands break on their way. */
  private static final int LONGEST = 1_000;

  private Iris() {}

  /** The standard with this slug. */
  public static Node standard(String slug) {
    return thing("standaard/" + slug(slug));
  }

  /** The version of a standard; the label is as published and becomes a label slug. */
  public static Node version(String standardSlug, String label) {
    return thing("standaard/" + slug(standardSlug) + "/versie/" + labelSlug(label));
  }

  /** The decision; the year is {@code onbekend} where no source dates it. */
  public static Node decision(String year, String slug) {
    return thing("besluit/" + slug(year) + "-" + slug(slug));
  }

  /** The declaration of a municipality about a standard, whatever the version. */
  public static Node declaration(String municipalityCode, String standardSlug) {
    return thing("verklaring/" + municipalityCode(municipalityCode) + "/" + slug(standardSlug));
  }

  /** The declaration of a municipality about one version of a standard. */
  public static Node declaration(String municipalityCode, String standardSlug, String label) {
    return thing(
        "verklaring/"
            + municipalityCode(municipalityCode)
            + "/"
            + slug(standardSlug)
            + "/"
            + labelSlug(label));
  }

  /** The mandate of a municipality to an organisation. */
  public static Node mandate(String municipalityCode, Node organisation) {
    return thing(
        "mandaat/" + municipalityCode(municipalityCode) + "/" + slug(lastSegment(organisation)));
  }

  /** The ArchiMate element, of whatever type. */
  public static Node component(String slug) {
    return thing("component/" + slug(slug));
  }

  /** An organisation that TOOI does not know. */
  public static Node organisation(String slug) {
    return thing("organisatie/" + slug(slug));
  }

  /** The cooperation of municipalities. */
  public static Node cooperation(String slug) {
    return thing("samenwerking/" + slug(slug));
  }

  /** A reorganisation of municipalities that TOOI does not know yet. */
  public static Node reorganisation(String year, String slug) {
    return thing("herindeling/" + slug(year) + "-" + slug(slug));
  }

  /** One of the goals of Samen Organiseren. */
  public static Node goal(String slug) {
    return thing("doel/" + slug(slug));
  }

  /** A project of joint execution. */
  public static Node project(String slug) {
    return thing("project/" + slug(slug));
  }

  /** The revision with this number. */
  public static Node revision(long number) {
    return thing("revisie/" + number);
  }

  /** The commit with this number. */
  public static Node commit(long number) {
    return thing("commit/" + number);
  }

  /** A municipality by its code, {@code gm0363} or {@code GM0363}. */
  public static Node municipality(String code) {
    return tooi("gemeente/" + municipalityCode(code));
  }

  /** A public body by its TOOI tail, such as {@code oorg/oorg10117}. */
  public static Node tooi(String tail) {
    if (!ThingKind.PUBLIC_BODY.fits(tail)) {
      throw new IllegalArgumentException("Not a TOOI tail: " + tail);
    }
    return NodeFactory.createURI(TOOI + tail);
  }

  /** A part of a record: a hash IRI of the record, below {@code id/} also for TOOI records. */
  public static Node part(Node record, String fragment) {
    return NodeFactory.createURI(partBase(record) + fragment);
  }

  /** What the IRIs of all parts of this record start with. */
  public static String partBase(Node record) {
    String iri = record.getURI();
    return (iri.startsWith(TOOI) ? ID + iri.substring(TOOI.length()) : iri) + "#";
  }

  /** What an IRI is the identifier of; empty for what is none of the catalogue, and for a part. */
  public static Optional<ThingKind> kindOf(Node thing) {
    String iri = thing.isURI() ? thing.getURI() : "";
    if (iri.length() > LONGEST) {
      return Optional.empty();
    }
    if (iri.startsWith(TOOI)) {
      return Optional.of(ThingKind.PUBLIC_BODY)
          .filter(kind -> kind.fits(iri.substring(TOOI.length())));
    }
    // What TOOI has an identifier for has no other one here.
    return iri.startsWith(ID)
        ? Arrays.stream(ThingKind.values())
            .filter(kind -> kind != ThingKind.PUBLIC_BODY && kind.fits(iri.substring(ID.length())))
            .findFirst()
        : Optional.empty();
  }

  /** Whether an IRI is below those of declarations; quick, for who asks it of every record. */
  public static boolean isDeclaration(Node record) {
    return record.isURI() && record.getURI().startsWith(DECLARATIONS);
  }

  /** Whether an IRI can be that of a record: of a thing that the catalogue is told about. */
  public static boolean canBeRecord(Node thing) {
    return kindOf(thing).filter(kind -> !kind.isOfTheLog()).isPresent();
  }

  /** Whether an IRI can be that of a part of a record. */
  public static boolean canBePart(Node thing) {
    String iri = thing.isURI() ? thing.getURI() : "";
    int hash = iri.indexOf('#');
    return hash >= 0
        && iri.startsWith(ID)
        && iri.length() <= LONGEST
        && FRAGMENT.matcher(iri.substring(hash + 1)).matches()
        && canBeRecord(recordOf(thing));
  }

  /** The record that an IRI belongs to: itself, or for a hash IRI the record it is a part of. */
  public static Node recordOf(Node iri) {
    String text = iri.getURI();
    int hash = text.indexOf('#');
    if (hash < 0) {
      return iri;
    }
    return resolve(text.substring(0, hash));
  }

  /**
   * The thing that a path below {@code id/} or {@code doc/} stands for, such as {@code
   * gemeente/gm0363}.
   */
  public static Node thingAt(String tail) {
    return resolve(ID + tail);
  }

  /** The document about a thing, where the catalogue can have one. */
  public static Optional<String> document(Node thing) {
    String iri = thing.getURI();
    int hash = iri.indexOf('#');
    String whole = hash < 0 ? iri : iri.substring(0, hash);
    if (whole.startsWith(ID)) {
      return Optional.of(DOC + whole.substring(ID.length()));
    }
    if (whole.startsWith(TOOI) && ThingKind.PUBLIC_BODY.fits(whole.substring(TOOI.length()))) {
      return Optional.of(DOC + whole.substring(TOOI.length()));
    }
    return Optional.empty();
  }

  /**
   * The municipality whose a declaration or mandate is, as its IRI says; empty for other things.
   */
  public static Optional<Node> municipalityOf(Node record) {
    return tailOf(record, ThingKind.DECLARATION)
        .or(() -> tailOf(record, ThingKind.MANDATE))
        .map(tail -> municipality(tail[1]));
  }

  /** The standard that a declaration is about, as its IRI says; empty for other things. */
  public static Optional<Node> standardOf(Node declaration) {
    return tailOf(declaration, ThingKind.DECLARATION).map(tail -> standard(tail[2]));
  }

  /** The standard that a version is of, as its IRI says; empty for other things. */
  public static Optional<Node> standardOfVersion(Node version) {
    return tailOf(version, ThingKind.VERSION).map(tail -> standard(tail[1]));
  }

  private static Optional<String[]> tailOf(Node thing, ThingKind kind) {
    return kindOf(thing)
        .filter(kind::equals)
        .map(found -> thing.getURI().substring(ID.length()).split("/"));
  }

  /** The last part of an IRI: its slug, code or number. */
  public static String lastSegment(Node iri) {
    String text = iri.getURI();
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
  }

  /**
   * The slug of a name: lower case, without diacritics, one hyphen for every run of other signs.
   */
  public static String slugOf(String name) {
    return dashed(name, "[^a-z0-9]+");
  }

  /** The slug of a version label, which keeps its dots. */
  public static String labelSlug(String label) {
    String slug = dashed(label, "[^a-z0-9.]+");
    if (!LABEL.matcher(slug).matches()) {
      throw new IllegalArgumentException("No version label can be made of: " + label);
    }
    return slug;
  }

  private static String dashed(String text, String others) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return folded.toLowerCase(Locale.ROOT).replaceAll(others, "-").replaceAll("^-+|-+$", "");
  }

  private static Node thing(String tail) {
    return NodeFactory.createURI(ID + tail);
  }

  private static Node resolve(String iri) {
    if (iri.startsWith(ID)) {
      String tail = iri.substring(ID.length());
      if (ThingKind.PUBLIC_BODY.fits(tail)) {
        return NodeFactory.createURI(TOOI + tail);
      }
    }
    return NodeFactory.createURI(iri);
  }

  private static String slug(String text) {
    if (!SLUG.matcher(text).matches()) {
      throw new IllegalArgumentException("Not a slug: " + text);
    }
    return text;
  }

  private static String municipalityCode(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (!MUNICIPALITY.matcher(lower).matches()) {
      throw new IllegalArgumentException("Not a municipality code: " + code);
    }
    return lower;
  }
}
