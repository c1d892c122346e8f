package nl.standaardencatalogus.server.api;

import static nl.standaardencatalogus.server.api.Caller.AMSTERDAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.gemma.MadeUp;
import nl.standaardencatalogus.server.gemma.SmallGemma;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of GEMMA over HTTP, on a small catalogue that has what the first of them says. */
class GemmaReleasesTest {
  private static final String XML = "application/xml";

  @TempDir private Path folder;
  private TestServer server;
  private Caller editor;

  @BeforeEach
  void start() throws Exception {
    SmallGemma.fill(folder);
    serve("FOUR_EYES", "false");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void serve(String... settings) {
    server = TestServer.on(folder, settings);
    editor = new Caller(folder, Iris.organisation("vng-realisatie"), Role.EDITOR);
  }

  private void serveAgain(String... settings) {
    server.close();
    serve(settings);
  }

  private static MadeUp next() {
    return SmallGemma.release("2026-07-01")
        .element("n", "ApplicationComponent", "Nieuw", "GEMMA type", "Referentiecomponent")
        .element("d", "ApplicationComponent", "Dossiers", "GEMMA type", "Referentiecomponent");
  }

  private HttpResponse<String> send(Caller caller, String query, String body, String type)
      throws Exception {
    return caller.ask(
        URI.create(server.address() + GemmaReleases.PATH + query),
        "POST",
        body,
        "Content-Type",
        type);
  }

  private HttpResponse<String> send(String query, String body) throws Exception {
    return send(editor, query, body, XML);
  }

  private JsonObject looked(String xml) throws Exception {
    HttpResponse<String> answer = send("?dryRun=true", xml);
    assertEquals(200, answer.statusCode(), answer::body);
    return JSON.parse(answer.body());
  }

  private long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  @Test
  void what_differs_is_told_and_nothing_recorded() throws Exception {
    long before = sequence();
    JsonObject told = looked(next().xml());
    assertEquals(2, told.getNumber("records").intValue());
    assertEquals(1, told.getObj("counts").getNumber("added").intValue());
    assertEquals(1, told.getObj("counts").getNumber("changed").intValue());
    assertTrue(told.getArray("refusal").findFirst().isEmpty());
    JsonObject changed =
        told.getArray("lines")
            .map(line -> line.getAsObject())
            .filter(line -> line.getString("kind").equals("changed"))
            .findFirst()
            .orElseThrow();
    assertEquals("d", changed.getString("objectId"));
    assertEquals("Zaken", changed.getString("from"));
    assertEquals("Dossiers", changed.getString("to"));
    assertEquals(before, sequence());
  }

  @Test
  void what_was_looked_at_becomes_one_commit_that_cites_the_release() throws Exception {
    long before = sequence();
    String code = looked(next().xml()).getString("code");
    HttpResponse<String> answer = send("?code=" + code, next().xml());
    assertEquals(201, answer.statusCode(), answer::body);
    assertEquals(before + 1, sequence());
    assertEquals("/doc/commit/" + sequence(), answer.headers().firstValue("Location").orElse(""));
    Commit commit = server.catalogue().commit(sequence()).orElseThrow();
    assertEquals(2, commit.revisions().size());
    assertTrue(commit.reason().contains("GEMMA-release van 2026-07-01"), commit::reason);
    assertEquals(0, looked(next().xml()).getNumber("records").intValue());
  }

  @Test
  void another_file_than_was_looked_at_is_not_taken_over() throws Exception {
    long before = sequence();
    String code = looked(next().xml()).getString("code");
    HttpResponse<String> other = send("?code=" + code, next().without("n").xml());
    assertEquals(412, other.statusCode(), other::body);
    assertEquals(before, sequence());
  }

  @Test
  void what_was_looked_at_before_the_catalogue_changed_is_not_taken_over() throws Exception {
    String code = looked(next().xml()).getString("code");
    String between = SmallGemma.release("2026-06-30").without("d").xml();
    String first = looked(between).getString("code");
    assertEquals(201, send("?code=" + first, between).statusCode());
    long before = sequence();
    assertEquals(412, send("?code=" + code, next().xml()).statusCode());
    assertEquals(before, sequence());
  }

  @Test
  void nobody_takes_over_what_he_has_not_looked_at() throws Exception {
    assertEquals(428, send("", next().xml()).statusCode());
  }

  @Test
  void with_four_eyes_it_waits_for_somebody_else_who_makes_it_one_commit() throws Exception {
    serveAgain();
    long before = sequence();
    JsonObject told = looked(next().xml());
    assertTrue(told.getBoolean("proposes"));
    String code = told.getString("code");
    HttpResponse<String> handed = send("?code=" + code, next().xml());
    assertEquals(202, handed.statusCode(), handed::body);
    assertEquals(before, sequence());
    String at = handed.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> twice = send("?code=" + code, next().xml());
    assertEquals(at, twice.headers().firstValue("Location").orElseThrow());
    Caller other = new Caller(folder, Iris.organisation("vng"), Role.EDITOR);
    HttpResponse<String> seen = other.ask(URI.create(server.address() + at), "GET", "");
    HttpResponse<String> accepted =
        other.ask(
            URI.create(server.address() + at + "/acceptance?reason=Gezien"),
            "POST",
            "",
            "If-Match",
            Caller.tag(seen));
    assertEquals(201, accepted.statusCode(), accepted::body);
    assertEquals(before + 1, sequence());
    assertEquals(0, looked(next().xml()).getNumber("records").intValue());
  }

  @Test
  void a_broken_file_is_refused_with_line_and_reason() throws Exception {
    String xml = next().xml();
    int at = xml.indexOf("</elements>");
    HttpResponse<String> answer =
        send("?dryRun=true", xml.substring(0, at) + "</element>" + xml.substring(at));
    assertEquals(400, answer.statusCode());
    JsonObject problem = JSON.parse(answer.body());
    long line = xml.substring(0, at).lines().count() + 1;
    assertEquals(line, problem.getNumber("line").longValue(), answer::body);
    assertTrue(problem.getString("detail").contains("no well-formed XML"), answer::body);
  }

  @Test
  void a_file_that_makes_the_reader_fetch_others_is_refused() throws Exception {
    String dtd = "<!DOCTYPE model SYSTEM \"file:///etc/passwd\">\n<model ";
    HttpResponse<String> answer = send("?dryRun=true", next().xml().replace("<model ", dtd));
    assertEquals(400, answer.statusCode());
    assertTrue(JSON.parse(answer.body()).getString("detail").contains("(DTD)"), answer::body);
  }

  @Test
  void a_release_of_no_day_needs_one() throws Exception {
    String xml = SmallGemma.release("zomer").xml();
    assertEquals(400, send("?dryRun=true", xml).statusCode());
    assertEquals(400, send("?dryRun=true&date=morgen", xml).statusCode());
    assertEquals(200, send("?dryRun=true&date=2026-07-01", xml).statusCode());
  }

  @Test
  void a_municipality_takes_no_release_over() throws Exception {
    Caller amsterdam = new Caller(folder, AMSTERDAM, Role.MUNICIPALITY);
    assertEquals(403, send(amsterdam, "?dryRun=true", next().xml(), XML).statusCode());
  }

  @Test
  void other_types_are_not_read() throws Exception {
    assertEquals(415, send(editor, "?dryRun=true", "{}", "application/json").statusCode());
  }

  /** Other requests may have a MB; this one is larger than that. */
  @Test
  void a_release_may_be_larger_than_other_requests_up_to_a_limit_of_its_own() throws Exception {
    serveAgain("RELEASE_MEGABYTES", "2");
    String xml = next().xml();
    String large = xml + "\n".repeat(1_500_000);
    assertEquals(200, send("?dryRun=true", large).statusCode());
    assertEquals(413, send("?dryRun=true", large + "\n".repeat(1_500_000)).statusCode());
    HttpResponse<String> elsewhere =
        editor.ask(
            URI.create(server.address() + Proposals.PATH + "?reason=Proef"),
            "POST",
            large,
            "Content-Type",
            "text/turtle");
    assertEquals(413, elsewhere.statusCode());
  }
}
