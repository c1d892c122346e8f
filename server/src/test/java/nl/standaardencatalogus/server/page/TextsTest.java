package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Audience;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.server.gap.AnswerPage;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.gap.Verdict;
import nl.standaardencatalogus.server.gemma.Difference;
import nl.standaardencatalogus.server.impact.Effect;
import nl.standaardencatalogus.server.impact.Happening;
import nl.standaardencatalogus.server.proposal.Submission;
import nl.standaardencatalogus.server.reminder.Reminder;
import nl.standaardencatalogus.server.tender.Tender;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Severity;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts nl = new Texts(Language.NL);
  private final Texts en = new Texts(Language.EN);

  @Test
  void both_languages_have_the_same_keys() {
    assertEquals(new TreeSet<>(nl.keys()), new TreeSet<>(en.keys()));
  }

  @Test
  void both_languages_fill_in_the_same_values() {
    Pattern hole = Pattern.compile("\\{\\d}");
    for (String key : nl.keys()) {
      TreeSet<String> holes = new TreeSet<>();
      hole.matcher(nl.get(key)).results().forEach(r -> holes.add(r.group()));
      TreeSet<String> others = new TreeSet<>();
      hole.matcher(en.get(key)).results().forEach(r -> others.add(r.group()));
      assertEquals(holes, others, key);
    }
  }

  @Test
  void every_key_in_a_template_exists() throws IOException {
    Pattern use = Pattern.compile("\\b(?:t|counted)\\(\"([^\"]+)\"\\s*[,)]");
    try (Stream<Path> files =
        Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher matcher = use.matcher(Files.readString(file));
        while (matcher.find()) {
          assertTrue(nl.keys().contains(matcher.group(1)), file + ": " + matcher.group(1));
        }
      }
    }
  }

  @Test
  void a_phase_has_the_name_of_the_code_list() throws IOException {
    String list = text("../ontology/src/main/turtle/codelists");
    Map<String, String> phases =
        Map.of(
            "use", "in-productie",
            "doing", "in-implementatie",
            "plan", "gepland",
            "explore", "orientatie");
    phases.forEach(
        (stage, phase) -> {
          String labels =
              "\"" + nl.get("stage." + stage) + "\"@nl, \"" + en.get("stage." + stage) + "\"@en";
          Pattern concept =
              Pattern.compile(
                  "adoptiefase:" + phase + " a skos:Concept ;\\s+skos:prefLabel " + labels);
          assertTrue(concept.matcher(list).find(), labels);
        });
  }

  @Test
  void what_is_counted_has_a_text_of_one_thing() throws IOException {
    for (String key :
        found("\\bcounted\\(\"([\\w.]+)\"", text("src/main/jte") + text("src/main/java"))) {
      assertTrue(nl.keys().contains(key + ".one"), key);
    }
    assertEquals("1 besluit", nl.counted("decisions.count", 1));
    assertEquals("1,200 decisions", en.counted("decisions.count", 1_200));
  }

  /**
   * A key is used where it is written in full, or where a start of it is put before a word that
   * something has: the code, the ontology, a query or the curated facts.
   */
  @Test
  void every_key_is_used() throws IOException {
    String source = text("src/main/jte") + text("src/main/java");
    Set<String> counted = found("\\bcounted\\(\"([\\w.]+)\"", source);
    Set<String> quoted = found("\"(?=([\\w./+-]+)\")", source);
    // A key of one word may be the name of a column or a template as well.
    Set<String> asked = found("(?:\\b(?:t|get|section)\\(|[?:])\\s*\"([\\w-]+)\"", source);
    Set<String> starts = found("\"([a-z][\\w.]*\\.)\"\\s*\\+", source);
    Set<String> ends = found("\"(\\.[a-z]+)\"", source);
    ends.add("");
    Set<String> words = new HashSet<>(quoted);
    words.addAll(found("\\b(\\d{3})\\b", source));
    for (String folder :
        List.of(
            "../ontology/src/main/turtle", "../catalogue/src/main/sparql", "../catalogue/data")) {
      words.addAll(found("[:/?#](\\w[\\w-]*)", text(folder)));
    }
    Stream.<Enum<?>[]>of(
            Stage.values(),
            Kind.values(),
            Difference.Kind.values(),
            Severity.values(),
            Audience.values(),
            FormShape.Kind.values(),
            Reminder.Kind.values(),
            Submission.State.values(),
            Verdict.values(),
            Effect.values(),
            Happening.values(),
            AnswerPage.Answer.values(),
            Duty.Body.values(),
            Tender.Weight.values(),
            Tender.Drift.values(),
            Tender.Reason.values())
        .flatMap(Stream::of)
        .forEach(
            constant -> {
              words.add(constant.name());
              words.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            });
    Set<String> dead = new TreeSet<>();
    for (String key : nl.keys()) {
      boolean whole = key.contains(".") ? quoted.contains(key) : asked.contains(key);
      boolean ofOne = key.endsWith(".one") && counted.contains(key.replaceFirst("\\.one$", ""));
      if (!whole && !ofOne && !composed(key, starts, words, ends)) {
        dead.add(key);
      }
    }
    assertEquals(Set.of(), dead);
  }

  private static boolean composed(
      String key, Set<String> starts, Set<String> words, Set<String> ends) {
    return starts.stream()
        .filter(key::startsWith)
        .map(start -> key.substring(start.length()))
        .anyMatch(
            rest ->
                ends.stream()
                    .filter(rest::endsWith)
                    .map(end -> rest.substring(0, rest.length() - end.length()))
                    .anyMatch(words::contains));
  }

  private static String text(String folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void dates_are_as_precise_as_they_are_known() {
    assertEquals("1 april 2021", nl.date("2021-04-01"));
    assertEquals("april 2021", nl.date("2021-04"));
    assertEquals("2021", nl.date("2021"));
    assertEquals("2 November 2026", en.date("2026-11-02T08:00:00Z"));
    assertEquals("3 November 2026", en.date("2026-11-02T23:30:00Z"), "it is the 3rd here");
  }

  @Test
  void a_day_that_there_is_not_stays_as_it_was_typed() {
    for (String date : List.of("2026-02-31", "2027-13-01", "2026-13", "2026-02-31T10:00:00Z")) {
      assertEquals(date, nl.date(date));
    }
  }

  @Test
  void something_is_on_a_day_and_in_a_month_or_a_year() {
    assertEquals("op 1 april 2021", nl.when("2021-04-01"));
    assertEquals("op 3 november 2026", nl.when("2026-11-02T23:30:00Z"));
    assertEquals("in april 2021", nl.when("2021-04"));
    assertEquals("in 2021", nl.when("2021"));
    assertEquals("on 1 April 2021", en.when("2021-04-01"));
    assertEquals("in April 2021", en.when("2021-04"));
  }

  @Test
  void numbers_are_written_as_in_the_language() {
    assertEquals("931.298", nl.number(931298));
    assertEquals("931,298", en.number(931298));
  }
}
