package nl.standaardencatalogus.server.api;

import static nl.standaardencatalogus.server.api.Caller.AMSTERDAM;
import static nl.standaardencatalogus.server.api.Caller.TURTLE;
import static nl.standaardencatalogus.server.api.Caller.UTRECHT;
import static nl.standaardencatalogus.server.api.Caller.declaration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many declarations at once over HTTP, on the curated catalogue. */
class BatchTest {
  private static final List<String> SLUGS = List.of("besluiten-api", "catalogi-api", "zaken-api");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Caller amsterdam;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    amsterdam = new Caller(folder, AMSTERDAM, Role.MUNICIPALITY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void withdraw() throws Exception {
    for (String slug : SLUGS) {
      URI one = at("/gm0363/" + slug);
      HttpResponse<String> there = amsterdam.ask(one, "GET", "", "Accept", TURTLE);
      if (there.statusCode() == 200) {
        String tag = Caller.tag(there);
        assertEquals(200, amsterdam.ask(one, "DELETE", "", "If-Match", tag).statusCode());
      }
    }
  }

  private static URI at(String below) {
    return URI.create(server.address() + "/api/v1/declarations" + below);
  }

  private static String all(String phase) {
    return Stream.of(SLUGS.toArray(String[]::new))
        .map(slug -> declaration(AMSTERDAM, slug, phase))
        .reduce("", String::concat);
  }

  private static HttpResponse<String> post(String query, String body, String key) throws Exception {
    return post(amsterdam, query, body, key);
  }

  private static HttpResponse<String> post(Caller caller, String query, String body, String key)
      throws Exception {
    return caller.ask(
        at(query), "POST", body, "Content-Type", TURTLE, "Idempotency-Key", "\"" + key + "\"");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  private static List<String> kinds(HttpResponse<String> response) {
    return JSON.parse(response.body())
        .getArray("revisions")
        .map(revision -> revision.getAsObject().getString("kind"))
        .sorted()
        .toList();
  }

  private static TreeSet<String> records(HttpResponse<String> response, String list, String name) {
    TreeSet<String> records = new TreeSet<>();
    JSON.parse(response.body())
        .getArray(list)
        .forEach(each -> records.add(Iris.lastSegment(uri(each.getAsObject().getString(name)))));
    return records;
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  @Test
  void many_declarations_become_one_commit_that_the_log_bears_out() throws Exception {
    long before = sequence();
    HttpResponse<String> response = post("", all("orientatie"), key());
    assertEquals(201, response.statusCode(), response::body);
    assertEquals(before + 1, sequence());
    JsonObject receipt = JSON.parse(response.body());
    Commit commit = server.catalogue().commit(sequence()).orElseThrow();
    assertEquals(commit.hash(), receipt.getString("commitHash"));
    assertEquals(3, commit.revisions().size());
    assertEquals(List.of("create", "create", "create"), kinds(response));
    assertEquals("/doc/commit/" + sequence(), response.headers().firstValue("Location").orElse(""));
    HttpResponse<String> list = amsterdam.ask(at("?municipality=gm0363"), "GET", "");
    assertEquals(3, JSON.parse(list.body()).getNumber("total").intValue());
  }

  @Test
  void one_that_the_rules_refuse_stops_all_and_every_finding_is_told() throws Exception {
    long before = sequence();
    String body =
        declaration(AMSTERDAM, "besluiten-api", "orientatie")
            + declaration(AMSTERDAM, "catalogi-api", "bestaat-niet")
            + declaration(AMSTERDAM, "zaken-api", "in-productie");
    HttpResponse<String> response = post("", body, key());
    assertEquals(422, response.statusCode(), response::body);
    assertTrue(response.body().contains("verklaring/gm0363/catalogi-api"), response::body);
    assertTrue(response.body().contains("verklaring/gm0363/zaken-api"), response::body);
    assertEquals(before, sequence());
  }

  @Test
  void dry_run_needs_no_key_and_records_nothing() throws Exception {
    long before = sequence();
    HttpResponse<String> response =
        amsterdam.ask(at("?dryRun=true"), "POST", all("orientatie"), "Content-Type", TURTLE);
    assertEquals(200, response.statusCode(), response::body);
    assertTrue(JSON.parse(response.body()).getBoolean("dryRun"));
    assertEquals(before, sequence());
  }

  @Test
  void who_changes_what_is_there_says_from_which_state() throws Exception {
    assertEquals(201, post("", all("orientatie"), key()).statusCode());
    long seen = sequence();
    HttpResponse<String> unsaid = post("", all("gepland"), key());
    assertEquals(428, unsaid.statusCode(), unsaid::body);
    assertEquals(new TreeSet<>(SLUGS), records(unsaid, "records", "record"));
    HttpResponse<String> said = post("?basedOn=" + seen, all("gepland"), key());
    assertEquals(201, said.statusCode(), said::body);
    assertEquals(List.of("update", "update", "update"), kinds(said));
    HttpResponse<String> late = post("?basedOn=" + seen, all("geen-plannen"), key());
    assertEquals(412, late.statusCode(), late::body);
    assertEquals(400, post("?basedOn=999999", all("gepland"), key()).statusCode());
    assertEquals(seen + 1, sequence());
  }

  @Test
  void what_others_declare_meanwhile_is_no_hindrance() throws Exception {
    assertEquals(201, post("", all("orientatie"), key()).statusCode());
    long seen = sequence();
    Caller utrecht = new Caller(folder, UTRECHT, Role.MUNICIPALITY);
    String theirs = declaration(UTRECHT, "zaken-api", "orientatie");
    HttpResponse<String> other = post(utrecht, "", theirs, key());
    assertTrue(List.of(200, 201).contains(other.statusCode()), other::body);
    HttpResponse<String> said = post("?basedOn=" + seen, all("gepland"), key());
    assertEquals(201, said.statusCode(), said::body);
  }

  @Test
  void what_was_withdrawn_meanwhile_does_not_come_back_unseen() throws Exception {
    assertEquals(201, post("", all("orientatie"), key()).statusCode());
    long seen = sequence();
    withdraw();
    HttpResponse<String> late = post("?basedOn=" + seen, all("gepland"), key());
    assertEquals(412, late.statusCode(), late::body);
    assertEquals(201, post("", all("gepland"), key()).statusCode());
  }

  @Test
  void what_is_so_already_is_no_change_and_its_revision_is_told() throws Exception {
    String first = declaration(AMSTERDAM, "zaken-api", "orientatie");
    assertEquals(201, post("", first, key()).statusCode());
    HttpResponse<String> more =
        post("", first + declaration(AMSTERDAM, "catalogi-api", "orientatie"), key());
    assertEquals(201, more.statusCode(), more::body);
    assertEquals(List.of("create", "unchanged"), kinds(more));
    long before = sequence();
    HttpResponse<String> none = post("", first, key());
    assertEquals(200, none.statusCode(), none::body);
    assertEquals(List.of("unchanged"), kinds(none));
    assertEquals(before, sequence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"a", "\u0001", "\"a\" b"})
  void a_key_must_be_a_text_in_quotes(String key) throws Exception {
    assertEquals(
        400,
        amsterdam
            .ask(
                at(""),
                "POST",
                all("orientatie"),
                "Content-Type",
                TURTLE,
                "Idempotency-Key",
                key.equals("\u0001") ? " " : key)
            .statusCode());
  }

  @Test
  void without_a_key_nothing_is_recorded() throws Exception {
    long before = sequence();
    assertEquals(
        400, amsterdam.ask(at(""), "POST", all("orientatie"), "Content-Type", TURTLE).statusCode());
    assertEquals(before, sequence());
  }

  @Test
  void who_asks_again_hears_the_first_answer_also_after_a_restart() throws Exception {
    String key = key();
    HttpResponse<String> first = post("", all("orientatie"), key);
    assertEquals(201, first.statusCode(), first::body);
    long after = sequence();
    requireSame(first, post("", all("orientatie"), key));
    server.close();
    server = TestServer.on(folder);
    requireSame(first, post("", all("orientatie"), key));
    assertEquals(after, sequence());
    HttpResponse<String> other = post("", all("gepland"), key);
    assertEquals(422, other.statusCode(), other::body);
    assertEquals(422, post("?reason=anders", all("orientatie"), key).statusCode());
  }

  private static void requireSame(HttpResponse<String> first, HttpResponse<String> again) {
    assertEquals(first.statusCode(), again.statusCode(), again::body);
    assertEquals(first.body(), again.body());
    assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
  }

  @Test
  void a_crash_before_the_answer_is_kept_does_not_record_twice() throws Exception {
    String key = key();
    Path answers = folder.resolve("answers");
    List<Path> before = files(answers);
    HttpResponse<String> first = post("", all("orientatie"), key);
    assertEquals(201, first.statusCode(), first::body);
    long after = sequence();
    List<Path> added = new ArrayList<>(files(answers));
    added.removeAll(before);
    assertEquals(1, added.size());
    JsonObject kept = JSON.parse(Files.readString(added.get(0)));
    List.of("status", "location", "body").forEach(kept::remove);
    server.close();
    Files.writeString(added.get(0), kept.toString());
    server = TestServer.on(folder);
    assertEquals(422, post("", all("gepland"), key).statusCode());
    HttpResponse<String> again = post("", all("orientatie"), key);
    assertEquals(200, again.statusCode(), again::body);
    assertEquals(List.of("unchanged", "unchanged", "unchanged"), kinds(again));
    JSON.parse(first.body())
        .getArray("revisions")
        .map(revision -> revision.getAsObject().getString("revision"))
        .forEach(revision -> assertTrue(again.body().contains(revision), revision));
    assertEquals(after, sequence());
  }

  private static List<Path> files(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void a_refusal_does_not_use_the_key_up() throws Exception {
    String key = key();
    assertEquals(422, post("", all("bestaat-niet"), key).statusCode());
    assertEquals(201, post("", all("orientatie"), key).statusCode());
  }

  @Test
  void the_keys_of_others_are_not_mine() throws Exception {
    String key = key();
    assertEquals(201, post("", all("orientatie"), key).statusCode());
    Caller utrecht = new Caller(folder, UTRECHT, Role.MUNICIPALITY);
    HttpResponse<String> theirs =
        post(utrecht, "", declaration(UTRECHT, "catalogi-api", "orientatie"), key);
    assertEquals(201, theirs.statusCode(), theirs::body);
  }

  @Test
  void declarations_of_others_stop_all_and_each_is_told() throws Exception {
    long before = sequence();
    String body =
        all("orientatie")
            + declaration(UTRECHT, "besluiten-api", "orientatie")
            + declaration(UTRECHT, "catalogi-api", "orientatie");
    HttpResponse<String> response = post("", body, key());
    assertEquals(403, response.statusCode(), response::body);
    assertEquals(
        new TreeSet<>(List.of("besluiten-api", "catalogi-api")),
        records(response, "records", "record"));
    assertEquals(before, sequence());
  }

  @Test
  void what_is_no_declaration_is_refused() throws Exception {
    long before = sequence();
    String goal =
        "<https://w3id.org/standaardencatalogus/id/doel/eigen> a"
            + " <https://w3id.org/standaardencatalogus/def#Goal> .";
    HttpResponse<String> response = post("", all("orientatie") + goal, key());
    assertEquals(422, response.statusCode(), response::body);
    assertFalse(response.body().contains("zaken-api"), response::body);
    assertEquals(before, sequence());
  }

  @Test
  void an_editor_says_why() throws Exception {
    Caller editor = new Caller(folder, Iris.organisation("vng"), Role.EDITOR);
    assertEquals(400, post(editor, "", all("orientatie"), key()).statusCode());
    assertEquals(201, post(editor, "?reason=Op%20verzoek", all("orientatie"), key()).statusCode());
    assertEquals("Op verzoek", server.catalogue().commit(sequence()).orElseThrow().reason());
  }
}
