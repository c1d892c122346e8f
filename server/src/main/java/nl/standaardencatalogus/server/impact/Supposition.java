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
 * @param binding whether the standard becomes binding, instead of ending
 */
record Supposition(StandardSummary standard, VersionLine version, boolean binding, String day) {
  static final String STANDARD = "standaard";
  static final String VERSION = "versie";
  static final String WHAT = "wat";
  static final String DAY = "dag";
  static final String BINDS = "verplicht";
  static final List<String> WHATS = List.of("eindigt", BINDS);
  private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** What an address supposes; nothing when it names no standard and no version. */
  static Optional<Supposition> of(View view, Asked asked) {
    boolean binding = asked.choice(WHAT, WHATS).equals(BINDS);
    String day = day(view, asked);
    String[] named = asked.one(VERSION).split("/", 2);
    String chosen = asked.one(STANDARD);
    if (chosen.isEmpty() && named[0].isEmpty()) {
      return Optional.empty();
    }
    StandardSummary standard =
        chosen.isEmpty() ? standard(view, asked, VERSION, named[0]) : standard(view, asked, chosen);
    // Who types another standard in the form leaves the version of the one before it there.
    boolean whole = binding || named[0].isEmpty() || !named[0].equals(standard.slug());
    VersionLine version =
        whole ? null : version(view, asked, standard, named.length < 2 ? "" : named[1]);
    return Optional.of(new Supposition(standard, version, binding, day));
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
        standard.slug(), version == null ? null : Iris.lastSegment(version.node()), binding, day);
  }

  /**
   * The query of an address that supposes something.
   *
   * @param version the end of its IRI; null when it is about the whole standard
   */
  static String query(String standard, String version, boolean binding, String day) {
    String subject =
        version == null
            ? STANDARD + "=" + Asked.encode(standard)
            : VERSION + "=" + standard + "/" + Asked.encode(version);
    return "?" + subject + (binding ? "&" + WHAT + "=" + BINDS : "") + "&" + DAY + "=" + day;
  }
}
