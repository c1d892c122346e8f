package nl.standaardencatalogus.server.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;

/**
 * What stands around every page.
 *
 * @param title what the page is called, without the name of the site
 * @param section the entry of the main menu that it falls under; empty for none
 * @param crumbs the way to it, itself last
 * @param path its path, without language
 * @param query what follows the path, without {@code op} and with its question mark; may be empty
 * @param data addresses of the same in RDF
 * @param listed whether search engines may list it
 * @param demo whether made-up data is in the catalogue
 * @param real how many declarations in it are not made up
 * @param op the past day that is shown, as in the address; null for today
 * @param latest the last day that is over, which is the last that can be asked for
 * @param recorded the day of the newest data in it; null when nothing was recorded yet
 * @param publicUrl where the catalogue is on the web
 * @param told gives what search engines are told, as JSON-LD; null for nothing
 */
public record Frame(
    Texts texts,
    Language language,
    String title,
    String section,
    List<Link> crumbs,
    String path,
    String query,
    List<Link> data,
    boolean listed,
    boolean demo,
    int real,
    String op,
    String latest,
    String recorded,
    int municipalities,
    String publicUrl,
    Assets assets,
    Supplier<String> told) {
  private static final Set<ThingKind> PROPOSED =
      EnumSet.of(
          ThingKind.STANDARD,
          ThingKind.VERSION,
          ThingKind.DECISION,
          ThingKind.ELEMENT,
          ThingKind.ORGANISATION,
          ThingKind.PROJECT,
          ThingKind.PROCEDURE,
          ThingKind.MEETING,
          ThingKind.GOAL,
          ThingKind.FUNDING_ADVICE);

  /** A text in the page's language. */
  public String t(String key, Object... values) {
    return texts.get(key, values);
  }

  /** A text about so many things, in the page's language. */
  public String counted(String key, long count, Object... values) {
    return texts.counted(key, count, values);
  }

  /** A page of the catalogue, in the same language and on the same day. */
  public String href(String to) {
    return address(language, op, to);
  }

  /** This page, on the same day. */
  public String here() {
    return href(path + query);
  }

  /** This page in the other language. */
  public String otherLanguage() {
    return address(language.other(), op, path + query);
  }

  /** Where this page is for good; filters are no part of that. */
  public String canonical() {
    return publicUrl + join(language, path);
  }

  /** Where exactly this page is: what was asked for and the day too. */
  public String whole() {
    return publicUrl + address(language, op, path + query);
  }

  /** This page for good, in the other language. */
  public String canonicalOther() {
    return publicUrl + join(language.other(), path);
  }

  /** The state of today. */
  public String today() {
    return join(language, path + query);
  }

  /** The day that the page is about, as far as it is printed; null when there was nothing yet. */
  public String printed() {
    return op == null ? recorded : op;
  }

  /** Where a change of what this page is about can be proposed; null where there is none. */
  public String proposal() {
    return !listed || op != null
        ? null
        : PagePaths.things(path).stream()
            .filter(it -> Iris.kindOf(it).filter(PROPOSED::contains).isPresent())
            .filter(it -> it.getURI().startsWith(Iris.BASE))
            .map(it -> href("/voorstel?over=" + it.getURI().substring(Iris.BASE.length() + 3)))
            .findFirst()
            .orElse(null);
  }

  /** What is asked for besides the day, each a name and a value. */
  public List<Link> asked() {
    return query.isEmpty()
        ? List.of()
        : Stream.of(query.substring(1).split("&"))
            .map(it -> it.split("=", 2))
            .filter(it -> it.length == 2)
            .map(it -> new Link(View.decode(it[0]), View.decode(it[1])))
            .toList();
  }

  /** The language to mark Dutch words with; null on Dutch pages. */
  public String dutch() {
    return language == Language.NL ? null : "nl";
  }

  /** Where a page is in a language and on a past day, which may be null for today. */
  static String address(Language language, String op, String target) {
    String joined = join(language, target);
    if (op == null) {
      return joined;
    }
    int hash = joined.indexOf('#');
    String before = hash < 0 ? joined : joined.substring(0, hash);
    String after = hash < 0 ? "" : joined.substring(hash);
    return before + (before.contains("?") ? "&" : "?") + "op=" + op + after;
  }

  private static String join(Language language, String path) {
    return language == Language.EN && path.equals("/") ? "/en" : language.prefix() + path;
  }
}
