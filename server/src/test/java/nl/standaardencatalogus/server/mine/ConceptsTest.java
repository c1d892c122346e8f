package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.form.Typed;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supplier puts a declaration ready, and the municipality says what becomes of it. */
class ConceptsTest {
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final Node RECORD = Iris.declaration("gm0363", "zaken-api");
  private static final String FORM = "/mijn/gm0363/opgaven/zaken-api";
  private static final String VERSION = Iris.version("zaken-api", "1.5.1").getURI();
  private static final String PHASE = "https://w3id.org/standaardencatalogus/def/adoptiefase/";
  private static final Pattern LOOK =
      Pattern.compile("href=\"(" + FORM + "\\?concept=([0-9a-f]{32}))\"");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Person municipality;
  private static Person supplier;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    municipality = person("gm0363", AMSTERDAM, Role.MUNICIPALITY);
    supplier = person("leverancier", Iris.organisation("vng"), Role.PREPARER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void begin() throws Exception {
    new Concepts(folder.resolve("concepts"))
        .by("leverancier")
        .forEach(new Concepts(folder.resolve("concepts"))::drop);
    if (!record().isEmpty()) {
      assertEquals(303, municipality.fill(FORM, "actie", "intrekken", "zeker", "ja").statusCode());
    }
  }

  private static Person person(String login, Node organisation, Role role) throws Exception {
    return Person.at(server, login, "applicatiebeheer", organisation, role);
  }

  private static Graph record() {
    return server.catalogue().snapshot().record(RECORD);
  }

  private static String[] fields(String action, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "actie",
                action,
                "version",
                VERSION,
                "phase.fase-1.phaseValue",
                PHASE + "in-productie",
                "phase.fase-1.validFrom.dag",
                "1",
                "phase.fase-1.validFrom.maand",
                "9",
                "phase.fase-1.validFrom.jaar",
                "2024"));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private static void prepare() throws Exception {
    HttpResponse<String> response =
        supplier.fill(FORM, fields("klaarzetten", "opmerking", "Sinds de <b>nieuwe</b> versie"));
    assertEquals(303, response.statusCode(), response::body);
  }

  /** What leads from the page of the municipality to the form, and the id in it. */
  private static Matcher look() throws Exception {
    Matcher look = LOOK.matcher(municipality.get("/mijn/gm0363").body());
    assertTrue(look.find(), "nothing waits for the municipality");
    return look;
  }

  @Test
  void what_is_put_ready_changes_nothing_and_nobody_else_sees_it() throws Exception {
    long before = server.catalogue().snapshot().sequence();
    prepare();
    assertEquals(before, server.catalogue().snapshot().sequence());
    String id = look().group(2);
    Person other = person("gm0344", Iris.municipality("gm0344"), Role.MUNICIPALITY);
    assertEquals(403, other.get(FORM + "?concept=" + id).statusCode());
    Person rival = person("ander", Iris.organisation("forum-standaardisatie"), Role.PREPARER);
    assertFalse(rival.get("/mijn").body().contains("klaargezet"), "a rival sees it");
    assertFalse(rival.get(FORM + "?concept=" + id).body().contains("name=\"concept\""));
  }

  @Test
  void the_municipality_is_told_who_put_it_ready_and_finds_the_form_filled_in() throws Exception {
    prepare();
    String mine = municipality.get("/mijn/gm0363").body();
    assertTrue(mine.contains("(applicatiebeheer)"), mine);
    assertTrue(mine.contains("Sinds de &lt;b&gt;nieuwe&lt;/b&gt; versie"), mine);
    String form = municipality.get(look().group(1)).body();
    assertTrue(form.contains("value=\"" + VERSION + "\" selected"), form);
  }

  @Test
  void what_is_taken_over_is_the_municipalitys_own_and_no_longer_waits() throws Exception {
    prepare();
    Matcher look = look();
    HttpResponse<String> sent =
        municipality.fill(look.group(1), fields("versturen", "concept", look.group(2)));
    assertEquals(303, sent.statusCode(), sent::body);
    assertTrue(record().contains(RECORD, SC.DECLARED_BY, AMSTERDAM));
    long number = server.catalogue().snapshot().current(RECORD).orElseThrow().revision();
    String reason = server.catalogue().commitOf(number).orElseThrow().reason();
    assertTrue(reason.startsWith("Opgave gedaan, klaargezet door "), reason);
    assertFalse(LOOK.matcher(municipality.get("/mijn/gm0363").body()).find());
  }

  @Test
  void who_put_it_ready_sees_by_which_revision_it_was_taken_over() throws Exception {
    prepare();
    Matcher look = look();
    municipality.fill(look.group(1), fields("versturen", "concept", look.group(2)));
    long number = server.catalogue().snapshot().current(RECORD).orElseThrow().revision();
    String page = supplier.get("/mijn").body();
    assertTrue(page.contains("overgenomen: <a href=\"/revisies/" + number + "\""), page);
    String path = "/mijn/gm0363/concepten/" + look.group(2);
    assertEquals(303, supplier.post(path, "zegel", Person.seal(page)).statusCode());
    assertFalse(supplier.get("/mijn").body().contains("id=\"klaargezet\""), "not in the list");
  }

  @Test
  void an_old_link_to_what_was_answered_says_so() throws Exception {
    prepare();
    Matcher look = look();
    municipality.fill(look.group(1), fields("versturen", "concept", look.group(2)));
    String page = municipality.get(look.group(1)).body();
    assertTrue(page.contains("Wat hier was klaargezet, is er niet meer"), page);
    assertFalse(page.contains("name=\"concept\""), page);
  }

  @Test
  void what_the_municipality_declared_meanwhile_is_not_overwritten_unseen() throws Exception {
    prepare();
    Matcher look = look();
    String[] own = fields("versturen", "productName", "Eigen");
    assertEquals(303, municipality.fill(FORM, own).statusCode());
    String page = municipality.get(look.group(1)).body();
    assertTrue(page.contains("Iemand anders heeft deze opgave intussen gewijzigd"), page);
    assertTrue(page.contains("Eigen"), "what is there now stands beside it");
    HttpResponse<String> blind =
        municipality.post(
            FORM,
            fields(
                "versturen", "concept", look.group(2), "zegel", Person.seal(page), "basis", "0"));
    assertEquals(412, blind.statusCode());
  }

  @Test
  void what_is_changed_is_declared_as_changed() throws Exception {
    prepare();
    Matcher look = look();
    String[] fields = fields("versturen", "concept", look.group(2));
    fields[5] = PHASE + "in-implementatie";
    assertEquals(303, municipality.fill(look.group(1), fields).statusCode());
    assertTrue(
        record().stream()
            .anyMatch(said -> said.getObject().toString().endsWith("/in-implementatie")));
  }

  @Test
  void who_put_it_ready_reads_why_it_was_not_taken_over() throws Exception {
    prepare();
    String id = look().group(2);
    String seal = Person.seal(municipality.get("/mijn/gm0363").body());
    String path = "/mijn/gm0363/concepten/" + id;
    assertEquals(422, municipality.post(path, "zegel", seal).statusCode());
    HttpResponse<String> refused =
        municipality.post(path, "zegel", seal, "reden", "Nog niet in gebruik");
    assertEquals(303, refused.statusCode());
    String onwards = refused.headers().firstValue("Location").orElseThrow();
    assertTrue(municipality.get(onwards).body().contains("U hebt het niet overgenomen."));
    assertFalse(LOOK.matcher(municipality.get("/mijn/gm0363").body()).find());
    assertTrue(supplier.get("/mijn").body().contains("Nog niet in gebruik"));
    assertTrue(record().isEmpty());
  }

  @Test
  void who_put_it_ready_can_take_it_back() throws Exception {
    prepare();
    String id = look().group(2);
    String seal = Person.seal(supplier.get("/mijn").body());
    assertEquals(303, supplier.post("/mijn/gm0363/concepten/" + id, "zegel", seal).statusCode());
    assertFalse(LOOK.matcher(municipality.get("/mijn/gm0363").body()).find());
  }

  @Test
  void nobody_else_answers_it() throws Exception {
    prepare();
    String id = look().group(2);
    Person rival = person("ander", Iris.organisation("forum-standaardisatie"), Role.PREPARER);
    String seal = Person.seal(rival.get("/mijn").body());
    assertEquals(404, rival.post("/mijn/gm0363/concepten/" + id, "zegel", seal).statusCode());
    assertEquals(403, municipality.post("/mijn/gm0363/concepten/" + id).statusCode());
    look();
  }

  @Test
  void nobody_takes_over_or_refuses_what_he_has_not_seen() throws Exception {
    prepare();
    String seen = look().group(2);
    prepare();
    String newer = look().group(2);
    String seal = Person.seal(municipality.get("/mijn/gm0363").body());
    assertEquals(
        404,
        municipality
            .post("/mijn/gm0363/concepten/" + seen, "zegel", seal, "reden", "Nee")
            .statusCode());
    assertEquals(303, municipality.fill(FORM, fields("versturen", "concept", seen)).statusCode());
    assertEquals(newer, look().group(2), "the newer one still waits");
  }

  @Test
  void an_editor_answers_for_nobody() throws Exception {
    prepare();
    Person editor = person("redactie", Iris.organisation("vng"), Role.EDITOR);
    assertFalse(LOOK.matcher(editor.get("/mijn/gm0363").body()).find());
  }

  @Test
  void what_does_not_hold_to_the_rules_is_not_put_ready() throws Exception {
    String[] fields = fields("klaarzetten");
    fields[5] = "https://voorbeeld.nl/geen-fase";
    HttpResponse<String> response = supplier.fill(FORM, fields);
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("class=\"errors\""), response::body);
    assertFalse(supplier.get("/mijn").body().contains("id=\"klaargezet\""));
  }

  @Test
  void a_file_that_cannot_be_read_hides_no_other() throws Exception {
    prepare();
    Path damaged = folder.resolve("concepts/gm0363/" + "0".repeat(32) + ".json");
    Files.writeString(damaged, "{\"record\":");
    look();
    assertTrue(supplier.get("/mijn").body().contains("id=\"klaargezet\""));
    Files.delete(damaged);
  }

  @Test
  void what_was_refused_takes_no_room_from_what_waits(@TempDir Path small) {
    Concepts concepts = new Concepts(small, 3);
    for (int i = 0; i < 5; i++) {
      Concept concept = concept(i);
      assertTrue(concepts.keep(concept), "number " + i);
      assertTrue(concepts.reject(concept, "Nee"));
    }
    List<Concept> left = concepts.by("leverancier");
    assertEquals(
        List.of(concept(4).at(), concept(3).at(), concept(2).at()),
        left.stream().map(Concept::at).toList(),
        "the oldest go");
  }

  @Test
  void what_was_taken_over_is_not_refused_after_that(@TempDir Path small) {
    Concepts concepts = new Concepts(small);
    assertTrue(concepts.keep(concept(1)));
    concepts.take(concept(1), 7);
    assertFalse(concepts.reject(concept(1), "Te laat"));
    assertEquals(7, concepts.by("leverancier").get(0).taken());
  }

  private static Concept concept(int number) {
    return new Concept(
        Iris.declaration("gm0363", "standaard-" + number),
        "leverancier",
        "applicatiebeheer",
        Iris.organisation("vng"),
        Instant.EPOCH.plusSeconds(number),
        "",
        0,
        Typed.of(Map.of()),
        null,
        0);
  }

  @Test
  void who_only_prepares_declares_nothing() throws Exception {
    assertEquals(403, supplier.fill(FORM, fields("versturen")).statusCode());
    assertEquals(403, municipality.fill(FORM, fields("klaarzetten")).statusCode());
    assertTrue(record().isEmpty());
  }

  @Test
  void put_ready_again_it_takes_the_place_of_the_earlier_one() throws Exception {
    prepare();
    prepare();
    Matcher look = look();
    assertFalse(look.find(), "it waits twice");
  }
}
