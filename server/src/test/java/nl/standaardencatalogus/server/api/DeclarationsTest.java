package nl.standaardencatalogus.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.account.Keys;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declarations over HTTP, on the curated catalogue. */
class DeclarationsTest {
  private static final String AMSTERDAM = "https://identifier.overheid.nl/tooi/id/gemeente/gm0363";
  private static final Node RECORD = Iris.declaration("gm0363", "zaken-api");
  private static final String PATH = "/api/v1/declarations/gm0363/zaken-api";
  private static final String TURTLE = "text/turtle";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static TestServer server;
  private static String key;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    key = key(AMSTERDAM, Role.MUNICIPALITY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String key(String organisation, Role... roles) {
    Instant now = Instant.now();
    return new Keys(folder.resolve("keys"))
        .make("proef", organisation, Set.of(roles), now, now.plusSeconds(600))
        .text();
  }

  @BeforeEach
  void withdraw() throws Exception {
    HttpResponse<String> there = ask("GET", PATH, null, "Accept", TURTLE);
    if (there.statusCode() == 200) {
      assertEquals(200, ask("DELETE", PATH, key, "If-Match", tag(there)).statusCode());
    }
  }

  private static HttpResponse<String> ask(String method, String path, String key, String... headers)
      throws Exception {
    return ask(method, path, key, "", headers);
  }

  private static HttpResponse<String> ask(
      String method, String path, String key, String body, String[] headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return Described.checked(CLIENT.send(request.build(), BodyHandlers.ofString()));
  }

  private static HttpResponse<String> put(String body, String... headers) throws Exception {
    return putAt(PATH, key, body, headers);
  }

  private static HttpResponse<String> putAt(String path, String key, String body, String... headers)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("Content-Type", TURTLE));
    all.addAll(List.of(headers));
    return ask("PUT", path, key, body, all.toArray(String[]::new));
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static String declaration(Node record, String phase, String more) {
    return """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <%1$s> a sc:Declaration ;
          dct:title "Opgave van Amsterdam over Zaken API"@nl ;
          sc:municipality <https://identifier.overheid.nl/tooi/id/gemeente/gm0363> ;
          sc:standard <https://w3id.org/standaardencatalogus/id/standaard/zaken-api> ;
          sc:declaredBy <https://identifier.overheid.nl/tooi/id/gemeente/gm0363> ;
          %3$s
          sc:phase <%1$s#fase-1> .
        <%1$s#fase-1> a sc:PhaseStatement ;
          sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/%2$s> ;
          sc:validFrom "2026-01-01"^^xsd:date .
        """
        .formatted(record.getURI(), phase, more);
  }

  private static String oriented() {
    return declaration(RECORD, "orientatie", "");
  }

  private static long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  @Test
  void any_tag_will_do_for_who_says_so_where_there_is_something() throws Exception {
    assertEquals(412, put(oriented(), "If-Match", "*").statusCode());
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
    assertEquals(200, put(declaration(RECORD, "geen-plannen", ""), "If-Match", "*").statusCode());
    assertEquals(200, ask("DELETE", PATH, key, "If-Match", "*").statusCode());
  }

  @Test
  void who_is_refused_a_method_is_told_which_there_are() throws Exception {
    HttpResponse<String> response = ask("POST", PATH, key);
    assertEquals(405, response.statusCode());
    assertTrue(
        response.headers().firstValue("Allow").orElse("").contains("PUT"),
        () -> response.headers().toString());
  }

  @Test
  void a_receipt_can_be_had_again() throws Exception {
    JsonObject given = JSON.parse(put(oriented(), "If-None-Match", "*").body());
    given.remove("findings");
    long number = given.getNumber("sequence").longValue();
    HttpResponse<String> again = ask("GET", "/api/v1/receipts/" + number, null);
    assertEquals(given, JSON.parse(again.body()));
    assertTrue(again.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
  }

  @Test
  void who_declares_gets_a_receipt_that_the_log_bears_out() throws Exception {
    HttpResponse<String> response = put(oriented(), "If-None-Match", "*");
    assertEquals(201, response.statusCode(), response::body);
    JsonObject receipt = JSON.parse(response.body());
    JsonObject told = receipt.get("revisions").getAsArray().get(0).getAsObject();
    String iri = told.getString("revision");
    Revision revision =
        server
            .catalogue()
            .revision(Long.parseLong(iri.substring(iri.lastIndexOf('/') + 1)))
            .orElseThrow();
    assertEquals(RECORD, revision.record());
    assertEquals(revision.contentHash(), told.getString("contentHash"));
    assertEquals(
        server.catalogue().commitOf(revision.number()).orElseThrow().hash(),
        receipt.getString("commitHash"));
  }

  @Test
  void what_was_declared_is_seen_at_once_by_queries_pages_and_harvesters() throws Exception {
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
    String query = "ASK%7B%3C" + RECORD.getURI() + "%3E%20%3Fp%20%3Fo%7D";
    String asked = ask("GET", "/sparql?query=" + query, null, "Accept", "text/csv").body();
    assertTrue(asked.contains("true"), asked);
    assertTrue(
        ask("GET", "/gemeenten/gm0363", null, "Accept", "text/html").body().contains("Zaken API"));
    assertEquals(200, ask("GET", "/doc/verklaring/gm0363/zaken-api.ttl", null).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/ld+json", "application/json"})
  void what_was_read_can_be_put_again_in_json_too(String type) throws Exception {
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
    HttpResponse<String> json = ask("GET", PATH, null, "Accept", type);
    assertEquals(
        type + ";charset=utf-8", json.headers().firstValue("Content-Type").orElse(""), json::body);
    HttpResponse<String> same =
        ask(
            "PUT",
            PATH,
            key,
            json.body(),
            new String[] {"Content-Type", type, "If-Match", tag(json)});
    assertEquals(204, same.statusCode(), same::body);
    HttpResponse<String> other =
        ask(
            "PUT",
            PATH,
            key,
            json.body().replace("orientatie", "gepland"),
            new String[] {"Content-Type", type, "If-Match", tag(json)});
    assertEquals(200, other.statusCode(), other::body);
  }

  @Test
  void json_that_says_nothing_of_a_record_is_refused_with_a_hint() throws Exception {
    HttpResponse<String> response =
        ask(
            "PUT",
            PATH,
            key,
            "{\"title\": \"Proef\"}",
            new String[] {"Content-Type", "application/json", "If-None-Match", "*"});
    assertTrue(response.statusCode() == 400 || response.statusCode() == 422, response::body);
    assertTrue(response.body().contains("@context"), response::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TURTLE, "application/ld+json", "application/json", "application/n-triples"})
  void who_puts_what_is_then_got_can_go_on_from_the_tag_of_the_answer(String form)
      throws Exception {
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
    HttpResponse<String> got = ask("GET", PATH, null, "Accept", form);
    String planned = got.body().replace("orientatie", "gepland");
    HttpResponse<String> put = putAs(form, planned, tag(got));
    assertEquals(200, put.statusCode(), put::body);
    HttpResponse<String> after = ask("GET", PATH, null, "Accept", form);
    assertEquals(planned, after.body());
    assertEquals(tag(after), tag(put));
    assertEquals(
        after.headers().firstValue("Last-Modified"), put.headers().firstValue("Last-Modified"));
    HttpResponse<String> same = putAs(form, planned, tag(put));
    assertEquals(204, same.statusCode(), same::body);
    assertEquals(tag(put), tag(same));
    assertEquals(200, putAs(form, got.body(), tag(same)).statusCode());
  }

  private static HttpResponse<String> putAs(String form, String body, String seen)
      throws Exception {
    return ask("PUT", PATH, key, body, new String[] {"Content-Type", form, "If-Match", seen});
  }

  /** RFC 9110 §9.3.4: with a tag he would take what he sent for what is there. */
  @Test
  void who_writes_the_same_in_other_words_gets_no_tag() throws Exception {
    HttpResponse<String> created = put(oriented(), "If-None-Match", "*");
    assertEquals(201, created.statusCode());
    assertTrue(created.headers().firstValue("ETag").isEmpty());
    HttpResponse<String> got = ask("GET", PATH, null, "Accept", TURTLE);
    HttpResponse<String> same = put(oriented(), "If-Match", tag(got));
    assertEquals(204, same.statusCode());
    assertTrue(same.headers().firstValue("ETag").isEmpty());
    HttpResponse<String> tried =
        putAt(PATH + "?dryRun=true", key, declaration(RECORD, "gepland", ""), "If-Match", tag(got));
    assertEquals(200, tried.statusCode());
    assertTrue(tried.headers().firstValue("ETag").isEmpty());
  }

  @Test
  void dry_run_says_what_would_be_and_records_nothing() throws Exception {
    long before = sequence();
    HttpResponse<String> response =
        putAt(PATH + "?dryRun=true", key, oriented(), "If-None-Match", "*");
    assertEquals(200, response.statusCode(), response::body);
    assertTrue(JSON.parse(response.body()).getBoolean("dryRun"));
    assertEquals(before, sequence());
    assertEquals(404, ask("GET", PATH, null).statusCode());
  }

  @Test
  void all_that_the_rules_refuse_is_told_at_once_in_both_languages() throws Exception {
    long before = sequence();
    HttpResponse<String> response =
        put(
            declaration(
                RECORD,
                "in-productie",
                "sc:lastConfirmed \"gisteren\" ; sc:evidence <javascript:alert(1)> ;"),
            "If-None-Match",
            "*");
    assertEquals(422, response.statusCode(), response::body);
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    List<String> rules = new ArrayList<>();
    JSON.parse(response.body())
        .get("findings")
        .getAsArray()
        .forEach(
            finding -> {
              assertFalse(finding.getAsObject().getString("nl").isBlank());
              assertFalse(finding.getAsObject().getString("en").isBlank());
              rules.add(finding.getAsObject().getString("rule").replaceAll(".*#", ""));
            });
    assertTrue(
        rules.containsAll(
            List.of(
                "Declaration-lastConfirmed",
                "Declaration-evidence",
                "Declaration-phaseNeedsVersion")),
        rules::toString);
    assertEquals(before, sequence());
  }

  @Test
  void of_two_at_once_the_second_is_told_that_it_has_changed() throws Exception {
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
    String seen = tag(ask("GET", PATH, null, "Accept", TURTLE));
    String first = declaration(RECORD, "gepland", "");
    assertEquals(200, put(first, "If-Match", seen).statusCode());
    HttpResponse<String> second = put(declaration(RECORD, "geen-plannen", ""), "If-Match", seen);
    assertEquals(412, second.statusCode(), second::body);
    assertTrue(ask("GET", PATH, null, "Accept", TURTLE).body().contains("gepland"));
  }

  @Test
  void who_does_not_say_what_he_changes_is_asked_to() throws Exception {
    assertEquals(428, put(oriented()).statusCode());
    assertEquals(428, ask("DELETE", PATH, key).statusCode());
    assertEquals(412, put(oriented(), "If-Match", "\"anders\"").statusCode());
  }

  @Test
  void withdrawn_is_gone_with_a_tombstone() throws Exception {
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
    String seen = tag(ask("GET", PATH, null, "Accept", TURTLE));
    assertEquals(200, ask("DELETE", PATH, key, "If-Match", seen).statusCode());
    assertEquals(404, ask("GET", PATH, null).statusCode());
    assertEquals(410, ask("GET", "/doc/verklaring/gm0363/zaken-api.ttl", null).statusCode());
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "gm0344, municipality, 403",
    "gm0344, cooperation,  403",
    "gm0363, secretariat,  403",
    "gm0363, admin,        403",
    "gm0344, editor,       201",
  })
  void who_may_not_is_refused_and_nothing_is_written(String code, String role, int status)
      throws Exception {
    long before = sequence();
    String other = key(Iris.municipality(code).getURI(), Role.named(role).orElseThrow());
    HttpResponse<String> response =
        putAt(PATH + "?reason=Vergissing", other, oriented(), "If-None-Match", "*");
    assertEquals(status, response.statusCode(), response::body);
    assertEquals(status == 403 ? before : before + 1, sequence());
  }

  @Test
  void an_editor_says_why_and_that_is_kept() throws Exception {
    String editor = key("https://w3id.org/standaardencatalogus/id/organisatie/vng", Role.EDITOR);
    assertEquals(400, putAt(PATH, editor, oriented(), "If-None-Match", "*").statusCode());
    String path = PATH + "?reason=Op%20verzoek%20van%20de%20gemeente";
    assertEquals(201, putAt(path, editor, oriented(), "If-None-Match", "*").statusCode());
    assertEquals(
        "Op verzoek van de gemeente", server.catalogue().commit(sequence()).orElseThrow().reason());
  }

  @Test
  void a_dry_run_that_is_misspelt_records_nothing() throws Exception {
    long before = sequence();
    String path = PATH + "?dryRun=ja";
    assertEquals(400, putAt(path, key, oriented(), "If-None-Match", "*").statusCode());
    assertEquals(before, sequence());
  }

  @Test
  void body_about_another_record_is_refused() throws Exception {
    Node other = Iris.declaration("gm0344", "zaken-api");
    long before = sequence();
    String foreign = declaration(other, "orientatie", "");
    assertEquals(422, put(foreign, "If-None-Match", "*").statusCode());
    assertEquals(422, put(oriented() + foreign, "If-None-Match", "*").statusCode());
    String told =
        oriented()
            .replace(
                "sc:declaredBy <" + AMSTERDAM,
                "sc:declaredBy <" + AMSTERDAM.replace("0363", "0344"));
    assertEquals(403, put(told, "If-None-Match", "*").statusCode());
    assertEquals(before, sequence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "geen turtle",
        "<a> <b> <c> .",
        "[] a <https://w3id.org/standaardencatalogus/def#Declaration> .",
        "<https://example.org/met spatie> a <https://example.org/x> .",
      })
  void what_cannot_be_read_is_told_with_a_reason(String body) throws Exception {
    HttpResponse<String> response = put(body, "If-None-Match", "*");
    assertEquals(400, response.statusCode(), response::body);
    assertFalse(JSON.parse(response.body()).getString("rule").isBlank());
  }

  @Test
  void a_deep_body_is_refused_and_the_server_lives() throws Exception {
    assertEquals(
        400,
        put("<urn:a> <urn:b> " + "[ <urn:b> ".repeat(20_000), "If-None-Match", "*").statusCode());
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    assertEquals(
        400,
        ask(
                "PUT",
                PATH,
                key,
                deep,
                new String[] {"Content-Type", "application/ld+json", "If-None-Match", "*"})
            .statusCode());
    assertEquals(200, ask("GET", "/health/live", null).statusCode());
  }

  @Test
  void a_context_of_elsewhere_is_never_fetched() throws Exception {
    String body = "{\"@context\":\"http://127.0.0.1:9/x\",\"@id\":\"" + RECORD.getURI() + "\"}";
    HttpResponse<String> response =
        ask(
            "PUT",
            PATH,
            key,
            body,
            new String[] {"Content-Type", "application/ld+json", "If-None-Match", "*"});
    assertEquals(400, response.statusCode(), response::body);
    assertEquals("NO_REMOTE_CONTEXT", JSON.parse(response.body()).getString("rule"));
  }

  @Test
  void bodies_of_other_kinds_packed_or_too_large_are_refused() throws Exception {
    assertEquals(
        415,
        ask(
                "PUT",
                PATH,
                key,
                "x",
                new String[] {"Content-Type", "text/plain", "If-None-Match", "*"})
            .statusCode());
    assertEquals(415, put("x", "Content-Encoding", "gzip", "If-None-Match", "*").statusCode());
    assertEquals(413, put("#".repeat(2 << 20), "If-None-Match", "*").statusCode());
  }

  @Test
  void who_is_unknown_is_told_how_to_make_himself_known() throws Exception {
    HttpResponse<String> none = putAt(PATH, null, oriented(), "If-None-Match", "*");
    assertEquals(401, none.statusCode());
    assertTrue(none.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
    for (String wrong :
        List.of("x", key + "A", key.substring(0, 20), "sc_aaaaaaaa_" + "A".repeat(43))) {
      assertEquals(401, putAt(PATH, wrong, oriented(), "If-None-Match", "*").statusCode(), wrong);
    }
  }

  @Test
  void who_guesses_has_to_wait_and_others_do_not() throws Exception {
    String wrong = "sc_bbbbbbbb_" + "A".repeat(43);
    HttpResponse<String> braked = putAt(PATH, wrong, oriented(), "If-None-Match", "*");
    for (int i = 1; i < 20 && braked.statusCode() == 401; i++) {
      braked = putAt(PATH, wrong, oriented(), "If-None-Match", "*");
    }
    assertEquals(429, braked.statusCode());
    assertTrue(Integer.parseInt(braked.headers().firstValue("Retry-After").orElse("0")) > 0);
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
  }

  @Test
  void who_writes_too_often_has_to_wait_and_others_do_not() throws Exception {
    String busy = key(Iris.municipality("gm0344").getURI(), Role.MUNICIPALITY);
    HttpResponse<String> first = putAt(PATH, busy, "");
    assertEquals("\"writes\";q=300;w=60", first.headers().firstValue("RateLimit-Policy").get());
    assertTrue(first.headers().firstValue("RateLimit").get().startsWith("\"writes\";r=299;t="));
    HttpResponse<String> braked = first;
    for (int i = 0; i < 1000 && braked.statusCode() != 429; i++) {
      braked = putAt(PATH, busy, "");
    }
    assertEquals(429, braked.statusCode());
    assertTrue(braked.headers().firstValue("RateLimit").get().startsWith("\"writes\";r=0;t="));
    assertTrue(Integer.parseInt(braked.headers().firstValue("Retry-After").orElse("0")) > 0);
    assertEquals(201, put(oriented(), "If-None-Match", "*").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?dryrun=true", "?dry-run=true", "?reden=x", "?dryRun=true&dryRun=true"})
  void a_parameter_that_is_misspelt_records_nothing(String query) throws Exception {
    long before = sequence();
    assertEquals(400, putAt(PATH + query, key, oriented(), "If-None-Match", "*").statusCode());
    assertEquals(before, sequence());
  }

  @Test
  void a_key_that_was_taken_back_or_expired_opens_nothing() throws Exception {
    Keys keys = new Keys(folder.resolve("keys"));
    Instant now = Instant.now();
    Keys.Made old =
        keys.make(
            "oud", AMSTERDAM, Set.of(Role.MUNICIPALITY), now.minusSeconds(9), now.minusSeconds(1));
    assertEquals(401, putAt(PATH, old.text(), oriented(), "If-None-Match", "*").statusCode());
    Keys.Made made =
        keys.make("terug", AMSTERDAM, Set.of(Role.MUNICIPALITY), now, now.plusSeconds(600));
    keys.revoke(made.key().id(), now);
    assertEquals(401, putAt(PATH, made.text(), oriented(), "If-None-Match", "*").statusCode());
  }

  @Test
  void of_many_writers_none_is_lost_and_none_counts_twice() throws Exception {
    List<String> slugs =
        List.of("besluiten-api", "catalogi-api", "documenten-api", "autorisaties-api");
    long before = sequence();
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String slug = slugs.get(i % slugs.size());
        answers.add(
            writers.submit(
                () -> {
                  String body =
                      declaration(Iris.declaration("gm0363", slug), "orientatie", "")
                          .replace("/standaard/zaken-api", "/standaard/" + slug);
                  return putAt(
                          "/api/v1/declarations/gm0363/" + slug, key, body, "If-None-Match", "*")
                      .statusCode();
                }));
      }
      int taken = 0;
      for (Future<Integer> answer : answers) {
        assertTrue(Set.of(201, 412).contains(answer.get()), answer.get()::toString);
        taken += answer.get() == 201 ? 1 : 0;
      }
      assertEquals(slugs.size(), taken);
      assertEquals(before + slugs.size(), sequence());
    } finally {
      writers.shutdown();
    }
  }

  @Test
  void elsewhere_nothing_can_be_put() throws Exception {
    assertEquals(405, ask("PUT", "/doc/verklaring/gm0363/zaken-api", key).statusCode());
    assertEquals(
        404,
        ask("PUT", "/api/v1/declarations/gm0363/Geen Slug".replace(" ", "%20"), key).statusCode());
  }
}
