package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;

/** Reads the status columns: each authority's words become a concept of that authority's list. */
final class Statuses {
  static final Node VNG_REALISATIE = Iris.organisation("vng-realisatie");
  private static final Node LOGIUS = Iris.tooi("oorg/oorg10117");
  private static final Node GEONOVUM = Iris.organisation("geonovum");
  private static final Node FORUM = Iris.tooi("oorg/oorg12348");
  private static final Pattern SINCE =
      Pattern.compile("since ([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)");

  private static final Map<String, String> LIFE_CYCLE =
      Map.of(
          "In ontwikkeling", "in-ontwikkeling",
          "In gebruik", "in-gebruik",
          "Einde ondersteuning", "einde-ondersteuning",
          "Teruggetrokken", "teruggetrokken",
          "niet meer in gebruik", "niet-meer-in-gebruik");

  private static final Map<String, String> STAGES =
      Map.of(
          "Werkversie", "wv",
          "Consultatieversie", "cv",
          "Versie ter vaststelling", "vv",
          "Vastgestelde versie", "def",
          "Verouderde versie", "eo",
          "Teruggetrokken versie", "tg");

  /** How a cell begins; some go on to say which version or when, which is kept as a note. */
  private static final Map<String, String> FORUM_LIST =
      Map.of(
          "verplicht", "verplicht",
          "aanbevolen", "aanbevolen",
          "in procedure", "in-procedure",
          "historisch verplicht", "historisch-verplicht",
          "verwijderd", "verwijderd",
          "niet op lijst", "niet-op-lijst",
          "vervanging", "vervanging-in-gang");

  private final Unplaced unplaced;

  Statuses(Unplaced unplaced) {
    this.unplaced = unplaced;
  }

  /** The life cycle that GEMMA gives a standard or an element. */
  void gemma(Description subject, Line line) {
    line.value("gemma_status")
        .ifPresent(text -> add(subject, line, "gemma", text, Evidence.of(line)));
  }

  /** The status of a version, in the scheme that the row names. */
  void ofVersion(Description version, Line line) {
    Optional<String> text = line.value("status");
    String scheme = line.text("status_scheme");
    if (text.isPresent()) {
      add(version, line, scheme, text.get(), Evidence.of(line));
    } else if (!scheme.isEmpty()) {
      unplaced.report(line, "scheme " + scheme + " gives no status");
    }
  }

  private void add(Description subject, Line line, String scheme, String text, Evidence evidence) {
    boolean stage = scheme.equals("logius") || scheme.equals("geonovum");
    String axis = stage ? CodeLists.PUBLICATIESTADIUM : CodeLists.LEVENSFASE;
    String value = (stage ? STAGES : LIFE_CYCLE).get(text);
    Node authority =
        switch (scheme) {
          case "gemma", "gemma-zaken" -> VNG_REALISATIE;
          case "logius" -> LOGIUS;
          case "geonovum" -> GEONOVUM;
          default -> null;
        };
    if (value == null || authority == null) {
      unplaced.report(line, "status '" + text + "' of scheme '" + scheme + "' is in no list");
    } else {
      new Status(axis, value, authority, evidence).on(subject, scheme);
    }
  }

  /** What the list of Forum Standaardisatie says of a standard. */
  void forum(Description standard, Line line) {
    String text = line.text("forum_status");
    if (text.isEmpty()) {
      return;
    }
    Optional<String> value =
        FORUM_LIST.keySet().stream().filter(text::startsWith).findFirst().map(FORUM_LIST::get);
    if (value.isEmpty()) {
      unplaced.report(line, "status '" + text + "' is not in the Forum list");
      return;
    }
    Evidence evidence = Evidence.of(line, line.text("forum_status_source"));
    Description statement =
        new Status(CodeLists.FORUM_STATUS, value.get(), FORUM, evidence).on(standard, "forum");
    Matcher since = SINCE.matcher(evidence.source());
    if (since.find()) {
      statement.moment(SC.VALID_FROM, since.group(1));
    }
    if (!FORUM_LIST.containsKey(text)) {
      statement.text(SC.NOTE, text);
    }
  }
}
