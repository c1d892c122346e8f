package nl.standaardencatalogus.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.account.Keys;
import nl.standaardencatalogus.server.gemma.MadeUp;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody can do, whatever his role: publish what the rules refuse, or change the past. */
class NoRoleMayTest {
  private static final String ID = Iris.BASE + "id/";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A record of each kind without what the rules ask of it, by where it would be put. */
  private static final Map<String, String> BARE =
      Map.of(
          "/standards/proef", "<standaard/proef> a sc:Standard .",
          "/organisations/proef", "<organisatie/proef> a sc:Organisation .",
          "/decisions/2026-proef", "<besluit/2026-proef> a sc:Decision .",
          "/procedures/2026-proef", "<procedure/2026-proef> a sc:Procedure .",
          "/meetings/2026-proef", "<vergadering/2026-proef> a sc:Meeting .",
          "/projects/proef", "<project/proef> a sc:Project .",
          "/declarations/gm0363/zaken-api", "<verklaring/gm0363/zaken-api> a sc:Declaration .");

  /** What the API lets nobody put, as it changes by proposals; with how it says so. */
  private static final Map<String, Integer> BY_PROPOSAL_ONLY =
      Map.of("/standards/proef", 405, "/organisations/proef", 404, "/projects/proef", 404);

  @TempDir private static Path folder;
  private static TestServer server;
  private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);

  private long sequence;
  private Revision first;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    Instant now = Instant.now();
    for (Role role : Role.values()) {
      Node organisation =
          role == Role.MUNICIPALITY
              ? Iris.municipality("gm0363")
              : Iris.organisation("vng-realisatie");
      KEYS.put(
          role,
          new Keys(folder.resolve("keys"))
              .make(
                  "proef " + role.text(),
                  organisation.getURI(),
                  Set.of(role),
                  now,
                  now.plusSeconds(600))
              .text());
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void look() {
    sequence = server.catalogue().snapshot().sequence();
    first = server.catalogue().revision(1).orElseThrow();
  }

  @AfterEach
  void nothingChanged() {
    assertEquals(sequence, server.catalogue().snapshot().sequence());
    assertEquals(first, server.catalogue().revision(1).orElseThrow());
  }

  private static HttpResponse<String> ask(
      Role role, String method, String path, String type, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + KEYS.get(role))
            .header("Content-Type", type)
            .header("If-None-Match", "*")
            .build(),
        BodyHandlers.ofString());
  }

  private static String turtle(String said) {
    return "BASE <" + ID + "> PREFIX sc: <" + Iris.BASE + "def#> " + said;
  }

  static Stream<Arguments> everybody() {
    return Stream.of(Role.values())
        .flatMap(role -> BARE.keySet().stream().map(path -> Arguments.of(role, path)));
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void publish_what_the_rules_refuse(Role role, String path) throws Exception {
    for (String query : List.of("?reason=Proef", "?reason=Proef&dryRun=true")) {
      HttpResponse<String> answer =
          ask(role, "PUT", "/api/v1" + path + query, "text/turtle", turtle(BARE.get(path)));
      Integer never = BY_PROPOSAL_ONLY.get(path);
      List<Integer> refusals = never == null ? List.of(403, 422) : List.of(never);
      assertTrue(refusals.contains(answer.statusCode()), answer.statusCode() + " " + answer.body());
    }
    HttpResponse<String> proposed =
        ask(role, "POST", "/api/v1/proposals?reason=Proef", "text/turtle", turtle(BARE.get(path)));
    assertTrue(
        List.of(400, 403, 422).contains(proposed.statusCode()),
        proposed.statusCode() + " " + proposed.body());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void take_a_release_of_gemma_over_unseen(Role role) throws Exception {
    String xml = new MadeUp("2026-07-01").element("n", "Node", "Nieuw").xml();
    for (String query : List.of("", "?code=0a1b2c3d4e5f")) {
      HttpResponse<String> answer =
          ask(role, "POST", "/api/v1/gemma-releases" + query, "application/xml", xml);
      assertTrue(
          List.of(403, 412, 428).contains(answer.statusCode()),
          () -> answer.statusCode() + " " + answer.body());
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void propose_that_a_revision_says_something_else(Role role) throws Exception {
    HttpResponse<String> answer =
        ask(
            role,
            "POST",
            "/api/v1/proposals?reason=Proef",
            "text/turtle",
            turtle("<revisie/1> a sc:Revision ; sc:revisionNumber 1 ."));
    assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer::body);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void change_or_delete_what_was_recorded(Role role) throws Exception {
    List<String> past =
        List.of("/id/revisie/1", "/id/commit/1", "/doc/revisie/1", "/doc/commit/1", "/commits/1");
    for (String path : past) {
      assertTrue(exists(path), path);
      for (String method : List.of("PUT", "POST", "PATCH", "DELETE")) {
        HttpResponse<String> answer =
            ask(role, method, path, "text/turtle", turtle("<revisie/1> a sc:Revision ."));
        assertEquals(405, answer.statusCode(), method + " " + path);
      }
    }
  }

  private static boolean exists(String path) throws Exception {
    HttpRequest look = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return CLIENT.send(look, BodyHandlers.discarding()).statusCode() < 400;
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void update_by_a_query(Role role) throws Exception {
    String update = "DELETE WHERE { <" + ID + "revisie/1> ?p ?o }";
    for (String path : List.of("/sparql", "/sparql/historie", "/update", "/data")) {
      HttpResponse<String> answer = ask(role, "POST", path, "application/sparql-update", update);
      assertTrue(
          answer.statusCode() >= 400 && answer.statusCode() < 500,
          () -> path + ": " + answer.statusCode());
    }
  }
}
