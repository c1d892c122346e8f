package nl.standaardencatalogus.server.source;

import static nl.standaardencatalogus.server.source.Publisher.JSON_LD;
import static nl.standaardencatalogus.server.source.Publisher.TURTLE;
import static nl.standaardencatalogus.server.source.Sourced.declaration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.source.Aside.Cause;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking over from a web server in https, into the curated catalogue. */
@Tag("long")
class OwnSourcesTest {
  private static final Node ZAKEN = Iris.declaration("gm0363", "zaken-api");
  private static final Node BESLUITEN = Iris.declaration("gm0363", "besluiten-api");
  private static final Node CATALOGI = Iris.declaration("gm0363", "catalogi-api");
  private static final String JANUARY = "2026-01-01";
  private static final String FEBRUARY = "2026-02-01";
  private static final String MARCH = "2026-03-01";

  @TempDir private static Path folder;
  private static TestServer server;
  private Publisher publisher;
  private OwnSources sources;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void publish() {
    Sourced.others();
    publisher = new Publisher();
    sources = publisher.sources(server.catalogue(), folder, "gm0363");
  }

  @AfterEach
  void clean() throws IOException {
    sources.close();
    publisher.close();
    Files.deleteIfExists(folder.resolve("sources/gm0363.json"));
    List<Change> left = new ArrayList<>();
    for (Node record : List.of(ZAKEN, BESLUITEN)) {
      if (!record(record).isEmpty()) {
        left.add(Change.delete(record));
      }
    }
    if (!left.isEmpty()) {
      here(left.toArray(Change[]::new));
    }
  }

  private static Graph record(Node record) {
    return server.catalogue().snapshot().record(record);
  }

  private static long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  private static boolean says(Node record, String day) {
    return record(record).stream()
        .anyMatch(
            triple ->
                triple.getObject().isLiteral()
                    && triple.getObject().getLiteralLexicalForm().equals(day));
  }

  /** Records in the catalogue itself, as the pages do. */
  private static void here(Change... changes) {
    assertInstanceOf(
        Outcome.Recorded.class,
        server
            .catalogue()
            .commit(new Proposal("proef", Iris.municipality("gm0363"), "Proef", List.of(changes))));
  }

  private static Change here(String slug, String since) {
    return RecordFiles.read(
            "here",
            Lang.TURTLE,
            declaration("gm0363", slug, since).getBytes(StandardCharsets.UTF_8),
            Map.of())
        .get(0);
  }

  private Standing visit() {
    return sources.visit(publisher.of("gm0363"), false);
  }

  private void assertNothingOf(Ending ending) {
    long before = sequence();
    Standing standing = visit();
    assertEquals(ending, standing.ending(), standing::toString);
    assertEquals(before, sequence());
  }

  private static Cause cause(Standing standing, String about) {
    return standing.asides().stream()
        .filter(aside -> aside.about().equals(about))
        .map(Aside::cause)
        .findFirst()
        .orElseThrow(() -> new AssertionError(standing.toString()));
  }

  // What is good

  @Test
  void good_declarations_become_one_commit_that_says_where_they_come_from() {
    publisher.publishes(
        TURTLE,
        declaration("gm0363", "zaken-api", JANUARY)
            + declaration("gm0363", "besluiten-api", JANUARY));
    long before = sequence();
    Standing standing = visit();
    assertEquals(Ending.TAKEN, standing.ending(), standing::toString);
    assertEquals(2, standing.taken());
    assertEquals(before + 1, sequence());
    Commit commit = server.catalogue().commit(sequence()).orElseThrow();
    assertEquals("eigen bron", commit.actor());
    assertEquals("Overgenomen van " + publisher.address(), commit.reason());
    assertEquals(Iris.municipality("gm0363"), commit.onBehalfOf());
    assertTrue(
        record(ZAKEN)
            .contains(
                ZAKEN,
                DCTerms.source.asNode(),
                NodeFactory.createURI(publisher.address().toString())));
  }

  @Test
  void json_ld_with_the_published_context_is_read_without_fetching_that() {
    publisher.publishes(
        JSON_LD + "; charset=utf-8",
        Sourced.jsonLd(
            "\"https://w3id.org/standaardencatalogus/def/context.jsonld\"", "zaken-api"));
    Standing standing = visit();
    assertEquals(Ending.TAKEN, standing.ending(), standing::toString);
    assertTrue(says(ZAKEN, JANUARY));
  }

  @Test
  void the_same_document_again_does_nothing() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    assertNothingOf(Ending.NOTHING_NEW);
  }

  @Test
  void a_document_with_a_tag_is_asked_for_with_it() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY), "ETag", "\"1\"");
    visit();
    publisher.answersWith(304);
    assertNothingOf(Ending.NOTHING_NEW);
    assertEquals(List.of("null", "\"1\""), publisher.asked());
  }

  @Test
  void a_changed_record_of_the_source_replaces_what_came_from_it() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", FEBRUARY));
    assertEquals(Ending.TAKEN, visit().ending());
    assertTrue(says(ZAKEN, FEBRUARY));
  }

  @Test
  void what_the_source_does_not_have_any_more_stays() {
    publisher.publishes(
        TURTLE,
        declaration("gm0363", "zaken-api", JANUARY)
            + declaration("gm0363", "besluiten-api", JANUARY));
    visit();
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    assertNothingOf(Ending.NOTHING_NEW);
    assertFalse(record(BESLUITEN).isEmpty());
  }

  // Between the source and who declares here

  @Test
  void what_was_corrected_here_stays_while_the_source_says_the_same() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    here(here("zaken-api", FEBRUARY));
    publisher.publishes(
        TURTLE,
        declaration("gm0363", "zaken-api", JANUARY)
            + declaration("gm0363", "besluiten-api", JANUARY));
    assertEquals(1, visit().taken());
    assertTrue(says(ZAKEN, FEBRUARY));
  }

  @Test
  void what_changed_here_and_in_the_source_is_set_aside() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    here(here("zaken-api", FEBRUARY));
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", MARCH));
    Standing standing = visit();
    assertEquals(Cause.CHANGED_HERE, cause(standing, ZAKEN.getURI()));
    assertTrue(says(ZAKEN, FEBRUARY));
  }

  @Test
  void who_withdraws_such_a_declaration_here_lets_the_source_speak() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY), "ETag", "\"1\"");
    visit();
    here(here("zaken-api", FEBRUARY));
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", MARCH), "ETag", "\"2\"");
    visit();
    here(Change.delete(ZAKEN));
    assertEquals(Ending.TAKEN, visit().ending());
    assertTrue(says(ZAKEN, MARCH));
  }

  @Test
  void what_was_withdrawn_here_does_not_come_back_while_the_source_says_the_same() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    here(Change.delete(ZAKEN));
    publisher.publishes(TURTLE, "# later\n" + declaration("gm0363", "zaken-api", JANUARY));
    assertNothingOf(Ending.NOTHING_NEW);
    assertTrue(record(ZAKEN).isEmpty());
  }

  @Test
  void what_was_declared_here_before_there_was_a_source_is_not_overwritten() {
    here(here("catalogi-api", FEBRUARY));
    publisher.publishes(TURTLE, declaration("gm0363", "catalogi-api", JANUARY));
    assertEquals(Cause.THERE_ALREADY, cause(visit(), CATALOGI.getURI()));
    assertTrue(says(CATALOGI, FEBRUARY));
  }

  @Test
  void what_was_declared_here_in_the_same_words_gets_the_citation() {
    here(here("zaken-api", JANUARY));
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    assertEquals(Ending.TAKEN, visit().ending());
    assertTrue(record(ZAKEN).contains(ZAKEN, DCTerms.source.asNode(), Node.ANY));
  }

  @Test
  void who_runs_the_catalogue_may_have_the_source_replace_what_is_here() {
    here(here("zaken-api", FEBRUARY));
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    assertEquals(Ending.TAKEN, sources.visit(publisher.of("gm0363"), true).ending());
    assertTrue(says(ZAKEN, JANUARY));
  }

  @Test
  void a_source_that_moved_goes_on_where_it_was() {
    publisher.publishes(
        TURTLE,
        declaration("gm0363", "zaken-api", JANUARY)
            + declaration("gm0363", "besluiten-api", JANUARY));
    visit();
    here(here("zaken-api", FEBRUARY));
    OwnSource moved =
        new OwnSource("gm0363", URI.create(publisher.address().toString() + "?nieuw"));
    Standing standing = sources.visit(moved, false);
    assertEquals(1, standing.taken(), standing::toString);
    assertEquals(0, standing.asideInAll(), standing::toString);
    assertTrue(says(ZAKEN, FEBRUARY));
    assertEquals(
        moved.address().toString(),
        record(BESLUITEN)
            .find(BESLUITEN, DCTerms.source.asNode(), Node.ANY)
            .next()
            .getObject()
            .getURI());
  }

  @Test
  void a_restart_knows_how_it_stands() {
    publisher.publishes(TURTLE, declaration("gm0344", "zaken-api", JANUARY));
    Standing standing = visit();
    sources.close();
    sources = publisher.sources(server.catalogue(), folder, "gm0363");
    assertEquals(standing, sources.of("gm0363").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"address\": 3", "{}"})
  void without_the_file_the_log_knows_what_came_from_the_source(String left) throws Exception {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    here(here("zaken-api", FEBRUARY));
    Files.writeString(folder.resolve("sources/gm0363.json"), left);
    assertNothingOf(Ending.NOTHING_NEW);
    assertTrue(says(ZAKEN, FEBRUARY));
  }

  // What is bad beside what is good

  private Standing besideAGoodOne(String bad) {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY) + bad);
    Standing standing = visit();
    assertEquals(1, standing.taken(), standing::toString);
    assertFalse(record(ZAKEN).isEmpty());
    assertTrue(record(BESLUITEN).isEmpty());
    return standing;
  }

  @Test
  void a_record_that_the_rules_refuse_is_set_aside_with_what_is_wrong() {
    Standing standing =
        besideAGoodOne(declaration("gm0363", "besluiten-api", JANUARY).replace("orientatie", "x"));
    assertEquals(Cause.RULES, cause(standing, BESLUITEN.getURI()));
    Aside.Words finding = standing.asides().get(0).findings().get(0);
    assertTrue(finding.nl().contains("sc:phaseValue"), finding::nl);
    assertFalse(finding.nl().equals(finding.en()));
  }

  @Test
  void a_refused_record_is_tried_again_when_the_document_is_the_same() {
    besideAGoodOne(declaration("gm0363", "besluiten-api", JANUARY).replace("orientatie", "x"));
    assertEquals(1, visit().asideInAll());
  }

  @Test
  void a_declaration_of_another_municipality_is_set_aside() {
    Standing standing = besideAGoodOne(declaration("gm0344", "besluiten-api", JANUARY));
    Node other = Iris.declaration("gm0344", "besluiten-api");
    assertEquals(Cause.OTHER_MUNICIPALITY, cause(standing, other.getURI()));
    assertTrue(record(other).isEmpty());
  }

  @Test
  void a_declaration_that_another_organisation_makes_is_set_aside() {
    Standing standing =
        besideAGoodOne(
            declaration("gm0363", "besluiten-api", JANUARY)
                .replaceFirst(
                    "declaredBy <[^>]*>", "declaredBy <" + Iris.municipality("gm0344") + ">"));
    assertEquals(Cause.OTHER_DECLARANT, cause(standing, BESLUITEN.getURI()));
  }

  @Test
  void a_record_of_another_kind_is_set_aside_also_one_that_the_municipality_may_write() {
    Node mandate = Iris.mandate("gm0363", Iris.organisation("vng-realisatie"));
    Standing standing =
        besideAGoodOne(
            "<%s> a sc:Mandate ; sc:mandator <%s> ."
                .formatted(mandate, Iris.municipality("gm0363")));
    assertEquals(Cause.NO_DECLARATION, cause(standing, mandate.getURI()));
    assertTrue(record(mandate).isEmpty());
  }

  @Test
  void what_is_no_record_at_all_is_set_aside() {
    Standing standing = besideAGoodOne("<https://voorbeeld.example/> dct:title \"Opgaven\"@nl .");
    assertEquals(Cause.NO_RECORD, cause(standing, "https://voorbeeld.example/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 januari", "2026-02-30"})
  void a_record_with_a_date_that_is_none_is_set_aside(String day) {
    Standing standing = besideAGoodOne(declaration("gm0363", "besluiten-api", day));
    assertEquals(Cause.MALFORMED, cause(standing, BESLUITEN.getURI()));
    assertTrue(standing.asides().toString().contains(day), standing.asides()::toString);
  }

  @Test
  void what_a_terminal_would_obey_is_not_in_a_finding() {
    Standing standing =
        besideAGoodOne(
            declaration("gm0363", "besluiten-api", JANUARY)
                + "<%s> sc:plannedFor \"\\u001b[31m\" .".formatted(BESLUITEN));
    assertEquals(Cause.RULES, cause(standing, BESLUITEN.getURI()));
    assertTrue(standing.asides().toString().contains("[31m"), standing.asides()::toString);
    assertFalse(standing.asides().toString().contains("\u001b"));
  }

  @Test
  void a_record_with_a_blank_node_is_set_aside_with_the_repair() {
    Standing standing =
        besideAGoodOne(
            "<%s> a sc:Declaration ; sc:phase [ a sc:PhaseStatement ] .".formatted(BESLUITEN));
    assertEquals(Cause.MALFORMED, cause(standing, BESLUITEN.getURI()));
    assertTrue(
        standing.asides().toString().contains("give it a hash IRI"), standing.asides()::toString);
  }

  // A source that is bad as a whole

  @Test
  void plain_http_is_not_asked() {
    URI address = URI.create(publisher.address().toString().replace("https:", "http:"));
    Standing standing = sources.visit(new OwnSource("gm0363", address), false);
    assertEquals(Ending.INSECURE, standing.ending());
    assertEquals(List.of(), publisher.asked());
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_accepted() {
    Fetcher strict =
        new Fetcher(
            Fetcher.client().build(), address -> true, "https://c.example", Fetcher.Bounds.USUAL);
    sources = publisher.sources(server.catalogue(), folder, strict, "gm0363");
    assertNothingOf(Ending.INSECURE);
    assertEquals(List.of(), publisher.asked());
  }

  @Test
  void a_host_on_this_machine_is_not_asked() {
    Fetcher usual =
        new Fetcher(
            Publisher.client(), PublicAddress::is, "https://c.example", Fetcher.Bounds.USUAL);
    sources = publisher.sources(server.catalogue(), folder, usual, "gm0363");
    assertNothingOf(Ending.PRIVATE_ADDRESS);
    assertEquals(List.of(), publisher.asked());
  }

  @Test
  void one_private_address_among_others_is_enough_to_be_refused() throws Exception {
    AtomicInteger looked = new AtomicInteger();
    int addresses = InetAddress.getAllByName("localhost").length;
    Fetcher second =
        new Fetcher(
            Publisher.client(),
            address -> looked.incrementAndGet() < addresses,
            "https://c.example",
            Fetcher.Bounds.USUAL);
    sources = publisher.sources(server.catalogue(), folder, second, "gm0363");
    assertNothingOf(Ending.PRIVATE_ADDRESS);
  }

  @Test
  void a_host_that_nobody_knows_changes_nothing() {
    long before = sequence();
    OwnSource nowhere = new OwnSource("gm0363", URI.create("https://nowhere.invalid/opgaven"));
    assertEquals(Ending.UNKNOWN_HOST, sources.visit(nowhere, false).ending());
    assertEquals(before, sequence());
  }

  @Test
  void a_redirect_to_a_private_address_is_not_followed() throws Exception {
    try (Listener listener = new Listener()) {
      publisher.answersWith(302, "Location", listener.address());
      assertNothingOf(Ending.REDIRECT);
      assertEquals(0, listener.hits());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_not_followed_and_says_where_it_leads(int status) {
    publisher.answersWith(status, "Location", "/elders.ttl");
    assertNothingOf(Ending.REDIRECT);
    assertEquals(
        publisher.address().resolve("/elders.ttl").toString(),
        sources.of("gm0363").orElseThrow().detail());
    assertEquals(1, publisher.asked().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/rdf+xml", "application/json", "text/plain", ""})
  void another_content_type_is_not_read(String type) {
    publisher.publishes(type, declaration("gm0363", "zaken-api", JANUARY));
    assertNothingOf(Ending.TYPE);
  }

  @Test
  void a_packed_body_is_not_unpacked() {
    publisher.publishes(
        TURTLE, declaration("gm0363", "zaken-api", JANUARY), "Content-Encoding", "gzip");
    assertNothingOf(Ending.TYPE);
  }

  @Test
  void a_body_that_is_too_large_is_given_up_at_the_bound() {
    bound(new Fetcher.Bounds(100_000, Duration.ofSeconds(60)));
    endless(10_000, 0);
    assertNothingOf(Ending.TOO_LARGE);
  }

  @Test
  void a_body_that_drips_for_ever_is_given_up_in_time() {
    bound(new Fetcher.Bounds(100_000, Duration.ofSeconds(1)));
    endless(1, 50);
    assertNothingOf(Ending.TOO_SLOW);
  }

  @Test
  void a_server_that_says_nothing_is_given_up_in_time() {
    bound(new Fetcher.Bounds(100_000, Duration.ofSeconds(1)));
    publisher.answers(exchange -> pause(10_000));
    assertNothingOf(Ending.TOO_SLOW);
  }

  private void bound(Fetcher.Bounds bounds) {
    sources = publisher.sources(server.catalogue(), folder, Publisher.fetcher(bounds), "gm0363");
  }

  private void endless(int bytes, long pause) {
    publisher.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", TURTLE);
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
              body.write("#".repeat(bytes).getBytes(StandardCharsets.UTF_8));
              body.flush();
              pause(pause);
            }
          }
        });
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_body_that_breaks_off_is_none() {
    byte[] half = declaration("gm0363", "zaken-api", JANUARY).getBytes(StandardCharsets.UTF_8);
    publisher.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", TURTLE);
          exchange.sendResponseHeaders(200, half.length + 100);
          exchange.getResponseBody().write(half);
          exchange.getResponseBody().flush();
        });
    assertNothingOf(Ending.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"%s\"", "[\"%s\"]", "{\"@import\": \"%s\"}", "{\"a\": {\"@context\": \"%s\"}}"})
  void a_remote_context_is_not_fetched(String context) throws Exception {
    try (Listener listener = new Listener()) {
      publisher.publishes(
          JSON_LD,
          "{\"@context\": %s, \"a\": {}, \"@id\": \"https://e.example/a\"}"
              .formatted(context.formatted(listener.address())));
      Standing standing = visit();
      assertFalse(standing.ending() == Ending.TAKEN, standing::toString);
      assertEquals(0, listener.hits());
    }
  }

  @Test
  void rdf_xml_with_an_entity_is_not_read_whatever_it_is_called() {
    String entity =
        "<!DOCTYPE rdf:RDF [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&e;</rdf:RDF>";
    publisher.publishes("application/rdf+xml", entity);
    assertNothingOf(Ending.TYPE);
    publisher.publishes(TURTLE, entity);
    assertNothingOf(Ending.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "@prefix a: <https://a.example/> ."})
  void an_empty_document_changes_nothing(String text) {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    visit();
    publisher.publishes(TURTLE, text);
    assertNothingOf(Ending.EMPTY);
    assertTrue(says(ZAKEN, JANUARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "\u0000\u0001", "<a> <b> <c> .", "<https://a.example/> a ["})
  void garbage_changes_nothing(String text) {
    publisher.publishes(TURTLE, text);
    assertNothingOf(Ending.UNREADABLE);
  }

  @Test
  void a_good_beginning_does_not_help_a_document_that_is_broken_further_on() {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY) + "<broken");
    assertNothingOf(Ending.UNREADABLE);
    assertTrue(record(ZAKEN).isEmpty());
  }

  @Test
  void a_document_that_is_too_deep_changes_nothing() {
    publisher.publishes(TURTLE, "<https://a.example/> <https://b.example/> " + "(".repeat(100_000));
    assertNothingOf(Ending.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void a_source_that_disappears_takes_nothing_with_it(int status) {
    publisher.publishes(TURTLE, declaration("gm0363", "zaken-api", JANUARY));
    Standing had = visit();
    publisher.answersWith(status);
    assertNothingOf(Ending.GONE);
    assertTrue(says(ZAKEN, JANUARY));
    Standing standing = sources.of("gm0363").orElseThrow();
    assertEquals(had.succeeded(), standing.succeeded());
    assertEquals(had.agreed(), standing.agreed());
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 403, 500, 503})
  void another_status_changes_nothing(int status) {
    publisher.answersWith(status);
    assertNothingOf(Ending.STATUS);
  }

  @Test
  void a_server_that_is_not_there_changes_nothing() {
    publisher.close();
    assertNothingOf(Ending.UNREACHABLE);
  }

  @Test
  void a_municipality_without_a_source_has_no_standing() {
    assertTrue(sources.of("gm0344").isEmpty());
  }

  /** Something on this machine that must not be asked. */
  private static final class Listener implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger hits = new AtomicInteger();

    Listener() throws IOException {
      Thread thread =
          new Thread(
              () -> {
                while (!socket.isClosed()) {
                  try {
                    socket.accept().close();
                    hits.incrementAndGet();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    String address() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/x";
    }

    int hits() {
      return hits.get();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
