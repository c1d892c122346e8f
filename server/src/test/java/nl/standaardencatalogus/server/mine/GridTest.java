package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.account.Keys;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many declarations at once on a page, looked at before anything is taken over. */
class GridTest {
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final String TABLE = "/mijn/gm0363/tabel";
  private static final Pattern SEEN = Pattern.compile("name=\"gezien\" value=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Person person;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    Instant now = Instant.now();
    String password =
        new Keys(folder.resolve("keys"))
            .makeForPeople(
                "gm0363",
                "proef",
                AMSTERDAM.getURI(),
                Set.of(Role.MUNICIPALITY),
                now,
                now.plusSeconds(600))
            .text();
    person = new Person(server.address());
    assertEquals(303, person.login("gm0363", password).statusCode());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The number of the row of a standard, and its key. */
  private static String[] row(String slug) throws Exception {
    Matcher row =
        Pattern.compile("name=\"([0-9]+)\\.key\" value=\"(gm0363/" + slug + "@[0-9]+)\"")
            .matcher(person.get(TABLE).body());
    assertTrue(row.find(), slug + " has no row");
    return new String[] {row.group(1), row.group(2)};
  }

  /** Some other standard that holds for the municipality. */
  private static String other() throws Exception {
    return Pattern.compile("value=\"gm0363/([a-z0-9-]+)@0\"")
        .matcher(person.get(TABLE).body())
        .results()
        .map(found -> found.group(1))
        .filter(slug -> !slug.equals("zaken-api"))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> fill(String... slugsPhasesAndDays) throws Exception {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < slugsPhasesAndDays.length; i += 3) {
      String[] row = row(slugsPhasesAndDays[i]);
      fields.addAll(List.of(row[0] + ".key", row[1]));
      fields.addAll(List.of(row[0] + ".version", ""));
      fields.addAll(List.of(row[0] + ".phase.phaseValue", slugsPhasesAndDays[i + 1]));
      fields.addAll(List.of(row[0] + ".phase.validFrom", slugsPhasesAndDays[i + 2]));
    }
    return person.fill(TABLE, fields.toArray(String[]::new));
  }

  private static String path(HttpResponse<?> response) {
    String location = response.headers().firstValue("Location").orElse("");
    return location.substring(Math.max(0, location.indexOf("/mijn")));
  }

  @Test
  void what_is_filled_in_is_shown_and_then_taken_over_as_one_commit() throws Exception {
    String other = other();
    long before = server.catalogue().snapshot().sequence();
    HttpResponse<String> sent =
        fill("zaken-api", "Oriëntatie", "1-9-2024", other, "Oriëntatie", "2024-10-01");
    assertEquals(303, sent.statusCode(), sent::body);
    assertEquals(before, server.catalogue().snapshot().sequence());
    String review = person.get(path(sent)).body();
    Matcher seen = SEEN.matcher(review);
    assertTrue(seen.find(), review);
    HttpResponse<String> taken =
        person.post(
            path(sent),
            "zegel",
            Person.seal(review),
            "actie",
            "overnemen",
            "gezien",
            seen.group(1));
    assertEquals(303, taken.statusCode(), taken::body);
    assertEquals(before + 1, server.catalogue().snapshot().sequence());
    for (String slug : List.of("zaken-api", other)) {
      Node record = Iris.declaration("gm0363", slug);
      assertTrue(
          server.catalogue().snapshot().record(record).contains(record, SC.DECLARED_BY, AMSTERDAM));
    }
  }

  @Test
  void a_row_that_does_not_hold_to_the_rules_is_told_at_its_cell() throws Exception {
    HttpResponse<String> sent = fill(other(), "In productie", "morgen");
    assertEquals(303, sent.statusCode(), sent::body);
    String review = person.get(path(sent)).body();
    assertTrue(review.contains("morgen"), review);
    assertFalse(SEEN.matcher(review).find() && review.contains("value=\"overnemen\""), review);
  }

  @Test
  void who_goes_back_to_the_table_finds_what_he_filled_in() throws Exception {
    String review = person.get(path(fill(other(), "In productie", "morgen"))).body();
    Matcher back = Pattern.compile("href=\"(" + TABLE + "\\?terug=[^\"]+)\"").matcher(review);
    assertTrue(back.find(), review);
    String table = person.get(back.group(1)).body();
    assertTrue(table.contains("value=\"morgen\""), table);
    assertTrue(table.contains("<option value=\"In productie\" selected>"), table);
  }

  @Test
  void who_goes_back_to_the_table_overwrites_nothing_that_was_changed_meanwhile() throws Exception {
    String other = other();
    String review = person.get(path(fill(other, "In productie", "morgen"))).body();
    HttpResponse<String> colleague = fill(other, "Oriëntatie", "1-9-2024");
    String theirs = person.get(path(colleague)).body();
    Matcher seen = SEEN.matcher(theirs);
    assertTrue(seen.find(), theirs);
    person.post(
        path(colleague),
        "zegel",
        Person.seal(theirs),
        "actie",
        "overnemen",
        "gezien",
        seen.group(1));
    Matcher back = Pattern.compile("href=\"(" + TABLE + "\\?terug=[^\"]+)\"").matcher(review);
    assertTrue(back.find(), review);
    String table = person.get(back.group(1)).body();
    assertTrue(
        table.contains("value=\"gm0363/" + other + "@0\""), "the revision that was typed over");
  }

  @Test
  void the_table_is_spoken_of_and_no_file() throws Exception {
    String review = person.get(path(fill(other(), "In productie", "morgen"))).body();
    assertFalse(review.contains("Rij "), review);
    assertFalse(review.contains("kolom"), review);
    assertFalse(review.contains("in uw blad"), review);
  }

  @Test
  void who_fills_in_nothing_is_told_so() throws Exception {
    HttpResponse<String> response = fill("zaken-api", "", "");
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("role=\"alert\""));
  }

  @Test
  void it_is_there_for_who_acts_for_the_municipality_alone() throws Exception {
    assertEquals(403, person.get("/mijn/gm0344/tabel").statusCode());
    assertEquals(403, person.post(TABLE, "0.key", "gm0363/zaken-api@0").statusCode());
  }
}
