package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
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
  private static String password;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    password = server.password("gm0363", "proef", AMSTERDAM, Role.MUNICIPALITY);
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

  /** Has what was sent taken over, as the page shows it. */
  private static HttpResponse<String> take(HttpResponse<String> sent) throws Exception {
    assertEquals(303, sent.statusCode(), sent::body);
    String review = person.get(path(sent)).body();
    Matcher seen = SEEN.matcher(review);
    assertTrue(seen.find(), review);
    return person.post(
        path(sent), "zegel", Person.seal(review), "actie", "overnemen", "gezien", seen.group(1));
  }

  /** The row of a standard in a table. */
  private static String line(String table, String slug) {
    return Arrays.stream(table.split("<tr>"))
        .filter(line -> line.contains("value=\"gm0363/" + slug + "@"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void who_was_overtaken_sees_what_there_is_now_beside_what_he_typed_and_can_go_on()
      throws Exception {
    String other = other();
    HttpResponse<String> mine = fill(other, "Geen plannen", "1-10-2024");
    assertEquals(303, take(fill(other, "Oriëntatie", "1-9-2024")).statusCode());
    String review = person.get(path(mine)).body();
    assertFalse(review.contains("Download het blad opnieuw"), review);
    assertTrue(review.contains("Gewijzigd op "), review);
    Matcher back = Pattern.compile("href=\"(" + TABLE + "\\?terug=[^\"]+)\"").matcher(review);
    assertTrue(back.find(), review);
    String line = line(person.get(back.group(1)).body(), other);
    Node record = Iris.declaration("gm0363", other);
    long now = server.catalogue().snapshot().current(record).orElseThrow().revision();
    assertTrue(line.contains("value=\"gm0363/" + other + "@" + now + "\""), line);
    assertTrue(line.contains("<option value=\"Geen plannen\" selected>"), line);
    assertTrue(line.contains("Oriëntatie, ") && line.contains("Gewijzigd op "), line);
    assertEquals(303, take(fill(other, "Geen plannen", "1-10-2024")).statusCode());
  }

  @Test
  void what_was_typed_about_a_declaration_that_is_withdrawn_meanwhile_is_still_there()
      throws Exception {
    // It holds for no municipality, so that there is no row of it but that of its declaration.
    Node record = Iris.declaration("gm0363", "zaken-api", "1.5.1");
    assertEquals(303, take(fill("zaken-api", "Oriëntatie", "1-9-2024")).statusCode());
    Graph graph = GraphFactory.createDefaultGraph();
    Node other = Iris.declaration("gm0363", "zaken-api");
    server
        .catalogue()
        .snapshot()
        .record(other)
        .find()
        .forEach(
            it ->
                graph.add(
                    moved(it.getSubject(), other, record),
                    it.getPredicate(),
                    moved(it.getObject(), other, record)));
    graph.add(record, SC.VERSION, Iris.version("zaken-api", "1.5.1"));
    server
        .catalogue()
        .commit(new Proposal("proef", AMSTERDAM, "Ook dit", List.of(Change.put(record, graph))));
    HttpResponse<String> mine = fill("zaken-api/1.5.1", "In productie", "1-10-2024");
    server
        .catalogue()
        .commit(new Proposal("proef", AMSTERDAM, "Weg", List.of(Change.delete(record))));
    String review = person.get(path(mine)).body();
    assertTrue(review.contains("Ingetrokken op "), review);
    Matcher back = Pattern.compile("href=\"(" + TABLE + "\\?terug=[^\"]+)\"").matcher(review);
    assertTrue(back.find(), review);
    String line = line(person.get(back.group(1)).body(), "zaken-api/1.5.1");
    assertTrue(line.contains("value=\"gm0363/zaken-api/1.5.1@0\""), line);
    assertTrue(line.contains("<option value=\"In productie\" selected>"), line);
    assertTrue(line.contains("Ingetrokken op "), line);
  }

  @Test
  void what_nobody_touched_is_not_overtaken_when_a_colleague_withdraws_it() throws Exception {
    String withdrawn = other();
    assertEquals(303, take(fill(withdrawn, "Oriëntatie", "1-9-2024")).statusCode());
    String[] untouched = row(withdrawn);
    String[] touched = row("zaken-api");
    String seal = Person.seal(person.get(TABLE).body());
    Change away = Change.delete(Iris.declaration("gm0363", withdrawn));
    server.catalogue().commit(new Proposal("proef", AMSTERDAM, "Weg", List.of(away)));
    HttpResponse<String> sent =
        person.post(
            TABLE,
            "zegel",
            seal,
            untouched[0] + ".key",
            untouched[1],
            untouched[0] + ".version",
            "",
            untouched[0] + ".phase.phaseValue",
            "",
            touched[0] + ".key",
            touched[1],
            touched[0] + ".version",
            "",
            touched[0] + ".phase.phaseValue",
            "Geen plannen",
            touched[0] + ".phase.validFrom",
            "1-11-2024");
    String review = person.get(path(sent)).body();
    assertFalse(review.contains("Ingetrokken op "), review);
    assertEquals(303, take(sent).statusCode());
  }

  private static Node moved(Node node, Node from, Node to) {
    return node.isURI() && node.getURI().startsWith(from.getURI())
        ? NodeFactory.createURI(to.getURI() + node.getURI().substring(from.getURI().length()))
        : node;
  }

  @Test
  void what_was_left_as_it_was_shown_follows_what_another_changed_it_to() throws Exception {
    String seal = Person.seal(person.get(TABLE).body());
    String[] row = row("catalogi-api");
    take(
        person.post(
            TABLE,
            "zegel",
            seal,
            "0.key",
            row[1],
            "0.version",
            "Catalogi API 1.3.1",
            "0.phase.phaseValue",
            "Oriëntatie",
            "0.phase.validFrom",
            "1-9-2024"));
    String before = row("catalogi-api")[1];
    HttpResponse<String> mine =
        person.post(
            TABLE,
            "zegel",
            seal,
            "0.key",
            before,
            "0.version",
            "Catalogi API 1.3.1",
            "0.phase.phaseValue",
            "In productie",
            "0.phase.validFrom",
            "1-10-2024");
    take(person.post(TABLE, "zegel", seal, "0.key", before, "0.version", "Catalogi API 1.3.0"));
    String line =
        line(
            person
                .get(TABLE + "?terug=" + path(mine).substring(path(mine).lastIndexOf('/') + 1))
                .body(),
            "catalogi-api");
    assertTrue(line.contains("<option value=\"Catalogi API 1.3.0\" selected>"), line);
    assertTrue(line.contains("<option value=\"In productie\" selected>"), line);
  }

  @Test
  void what_was_typed_and_ticked_survives_a_lost_session() throws Exception {
    String other = other();
    String[] row = row(other);
    Person late = new Person(server.address());
    HttpResponse<String> asked =
        late.post(
            TABLE,
            "zegel",
            "van-gisteren",
            "7.key",
            row[1],
            "7.version",
            "",
            "7.phase.phaseValue",
            "In productie",
            "7.phase.validFrom",
            "overmorgen",
            "8.key",
            "gm0363/zaken-api@0",
            "8.phase.phaseValue",
            "");
    assertEquals(403, asked.statusCode());
    assertTrue(asked.body().contains("Uw sessie was voorbij. Wat u had ingevuld gaat mee"));
    assertFalse(asked.body().contains("zaken-api@0"), "nothing was typed there");
    HttpResponse<String> on = late.loginAt(asked.body(), "gm0363", password);
    assertEquals(303, on.statusCode());
    assertTrue(path(on).startsWith(TABLE + "?terug="), path(on));
    String line = line(late.get(path(on)).body(), other);
    assertTrue(line.contains("<option value=\"In productie\" selected>"), line);
    assertTrue(line.contains("value=\"overmorgen\""), line);
  }

  /** A declaration that was last confirmed years ago. */
  private static Node declaredLongAgo(String slug) throws Exception {
    if (row(slug)[1].endsWith("@0")) {
      assertEquals(303, take(fill(slug, "Oriëntatie", "1-9-2024")).statusCode());
    }
    Node record = Iris.declaration("gm0363", slug);
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(record).find().forEach(graph::add);
    graph.remove(record, SC.LAST_CONFIRMED, Node.ANY);
    Node day = NodeFactory.createLiteralDT("2020-01-01", XSDDatatype.XSDdate);
    graph.add(record, SC.LAST_CONFIRMED, day);
    server
        .catalogue()
        .commit(new Proposal("proef", AMSTERDAM, "Toen", List.of(Change.put(record, graph))));
    return record;
  }

  private static String confirmed(Node record) {
    return server
        .catalogue()
        .snapshot()
        .record(record)
        .find(record, SC.LAST_CONFIRMED, Node.ANY)
        .next()
        .getObject()
        .getLiteralLexicalForm();
  }

  @Test
  void what_is_ticked_is_confirmed_along_with_what_is_changed() throws Exception {
    Node still = declaredLongAgo("zaken-api");
    String other = other();
    String table = person.get(TABLE).body();
    assertTrue(line(table, "zaken-api").contains(".klopt\" value=\"ja\""), table);
    assertFalse(line(table, other).contains(".klopt\""), "nothing is declared there");
    String version =
        Pattern.compile("<option value=\"([^\"]+)\" selected>")
            .matcher(line(table, "zaken-api"))
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElse("");
    long before = server.catalogue().snapshot().sequence();
    HttpResponse<String> sent =
        person.post(
            TABLE,
            "zegel",
            Person.seal(table),
            "0.key",
            row("zaken-api")[1],
            "0.version",
            version,
            "0.klopt",
            "ja",
            "1.key",
            row(other)[1],
            "1.phase.phaseValue",
            "Oriëntatie",
            "1.phase.validFrom",
            "1-9-2024");
    String review = person.get(path(sent)).body();
    assertTrue(review.contains("<li>Bevestigd: 1</li>"), review);
    assertTrue(review.contains("klopt nog steeds"), review);
    assertEquals(303, take(sent).statusCode());
    assertEquals(before + 1, server.catalogue().snapshot().sequence());
    assertEquals(LocalDate.now(Validity.ZONE).toString(), confirmed(still));
  }

  @Test
  void what_was_changed_since_it_was_ticked_is_not_confirmed() throws Exception {
    Node still = declaredLongAgo("documenten-api");
    String key = row("documenten-api")[1];
    HttpResponse<String> colleague =
        person.post(
            TABLE,
            "zegel",
            Person.seal(person.get(TABLE).body()),
            "0.key",
            row("documenten-api")[1],
            "0.version",
            "Documenten API 1.4.2");
    assertEquals(303, take(colleague).statusCode());
    long revision = server.catalogue().snapshot().current(still).orElseThrow().revision();
    HttpResponse<String> sent =
        person.post(
            TABLE,
            "zegel",
            Person.seal(person.get(TABLE).body()),
            "0.key",
            key,
            "0.version",
            "",
            "0.klopt",
            "ja");
    String review = person.get(path(sent)).body();
    assertTrue(review.contains("ingehaald"), review);
    assertFalse(review.contains("value=\"overnemen\""), review);
    assertEquals(revision, server.catalogue().snapshot().current(still).orElseThrow().revision());
  }

  @Test
  void who_has_no_plans_is_led_to_where_he_can_explain_that() throws Exception {
    HttpResponse<String> sent = fill("zaken-api", "Geen plannen", "1-11-2024");
    String review = person.get(path(sent)).body();
    assertTrue(review.contains("<a href=\"/mijn/gm0363/opgaven/zaken-api\">Leg uit"), review);
  }

  @Test
  void a_version_is_chosen_by_its_number_and_told_when_it_is_over() throws Exception {
    String table = person.get(TABLE).body();
    String line = line(table, "zaken-api");
    assertTrue(line.contains(">1.5.1</option>"), line);
    assertTrue(
        table.matches("(?s).*<option value=\"[^\"]+\">[0-9.]+ \\([a-z][^)]*\\)</option>.*"), line);
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
