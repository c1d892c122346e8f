package nl.standaardencatalogus.server.impact;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.VersionLine;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * What is supposed to happen on a day.
 *
 * @param version the version that ends; null when it is about the whole standard
 * @param decision the decision that ends; null when it is about none, or about all that VNG took
 */
record Supposition(
    StandardSummary standard, VersionLine version, Happening what, Node decision, String day) {
  static final String STANDARD = "standaard";
  static final String VERSION = "versie";
  static final String WHAT = "wat";
  static final String DAY = "dag";
  static final String DECISION = "besluit";
  private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** What an address supposes; nothing when it names no standard and no version. */
  static Optional<Supposition> of(View view, Asked asked) {
    Happening what = Happening.of(asked.choice(WHAT, Happening.WORDS));
    String day = day(view, asked);
    String[] named = asked.one(VERSION).split("/", 2);
    String chosen = asked.one(STANDARD);
    if (chosen.isEmpty() && named[0].isEmpty()) {
      return Optional.empty();
    }
    StandardSummary standard =
        chosen.isEmpty() ? standard(view, asked, VERSION, named[0]) : standard(view, asked, chosen);
    // Who types another standard in the form leaves the version of the one before it there.
    boolean whole =
        what != Happening.ENDS || named[0].isEmpty() || !named[0].equals(standard.slug());
    VersionLine version =
        whole ? null : version(view, asked, standard, named.length < 2 ? "" : named[1]);
    return Optional.of(
        new Supposition(standard, version, what, decision(view, asked, standard, what), day));
  }

  private static Node decision(View view, Asked asked, StandardSummary standard, Happening what) {
    String slug = asked.one(DECISION);
    if (what != Happening.LIFTED || slug.isEmpty()) {
      return null;
    }
    List<Node> all =
        view.ask("decision/of-standard", "standard", standard.node()).stream()
            .map(row -> row.get("decision"))
            .toList();
    asked.check(DECISION, slug, all.stream().map(Iris::lastSegment).toList());
    return all.stream().filter(it -> Iris.lastSegment(it).equals(slug)).findFirst().orElseThrow();
  }

  /** The day asked for; else the first of January after next. */
  static String day(View view, Asked asked) {
    String day = asked.one(DAY);
    String usual = LocalDate.parse(view.day()).getYear() + 2 + "-01-01";
    if (day.isEmpty()) {
      return usual;
    }
    if (!isDay(day)) {
      asked.check(DAY, day, List.of(usual));
    }
    return day;
  }

  /** Whether it is a day as days are compared here: by their text, with a year of four digits. */
  private static boolean isDay(String text) {
    if (!DAYS.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException notInTheCalendar) {
      return false;
    }
  }

  private static StandardSummary standard(View view, Asked asked, String text) {
    return view.overview().standards().stream()
        .filter(it -> view.name(it.node()).strip().equalsIgnoreCase(text))
        .findFirst()
        .orElseGet(() -> standard(view, asked, STANDARD, text));
  }

  private static StandardSummary standard(View view, Asked asked, String key, String slug) {
    List<StandardSummary> all = view.overview().standards();
    asked.check(key, slug, all.stream().map(StandardSummary::slug).toList());
    return all.stream().filter(it -> it.slug().equals(slug)).findFirst().orElseThrow();
  }

  private static VersionLine version(
      View view, Asked asked, StandardSummary standard, String label) {
    List<VersionLine> all = VersionLine.of(view, standard.node());
    asked.check(
        VERSION,
        standard.slug() + "/" + label,
        all.stream().map(it -> path(standard, it)).toList());
    return all.stream()
        .filter(it -> Iris.lastSegment(it.node()).equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** How a version is written in an address. */
  static String path(StandardSummary standard, VersionLine version) {
    return standard.slug() + "/" + Iris.lastSegment(version.node());
  }

  /** What ends or becomes binding. */
  Node thing() {
    return decision != null ? decision : about();
  }

  /** The version or standard that it is about. */
  Node about() {
    return version == null ? standard.node() : version.node();
  }

  /** What it is called. */
  String name(View view) {
    String name = view.name(standard.node());
    return version == null ? name : name + " " + version.label();
  }

  /** The query of an address that supposes this, with the past day that is looked at. */
  String query(View view) {
    return query() + (view.op() == null ? "" : "&op=" + view.op());
  }

  /** The query of an address that supposes this, all in it but the past day. */
  String query() {
    return query(
        standard.slug(),
        version == null ? null : Iris.lastSegment(version.node()),
        what,
        decision,
        day);
  }

  /**
   * The query of an address that supposes something.
   *
   * @param version the end of its IRI; null when it is about the whole standard
   * @param decision null when it is about none
   */
  static String query(String standard, String version, Happening what, Node decision, String day) {
    String subject =
        version == null
            ? STANDARD + "=" + Asked.encode(standard)
            : VERSION + "=" + standard + "/" + Asked.encode(version);
    String happens = what == Happening.ENDS ? "" : "&" + WHAT + "=" + what.word();
    String by = decision == null ? "" : "&" + DECISION + "=" + Iris.lastSegment(decision);
    return "?" + subject + happens + by + "&" + DAY + "=" + day;
  }
}
