package nl.standaardencatalogus.server.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reminders of a municipality over HTTP: one that is due, and one for later. */
class RemindersTest {
  private static final String AMSTERDAM = "/gemeenten/gm0363/herinneringen";

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    declare("zaken-api", "in-productie", "sc:lastConfirmed \"2020-02-20\"^^xsd:date ;");
    declare("fsc", "gepland", "sc:plannedFor \"2099-01-01\"^^xsd:date ;");
  }

  private static void declare(String slug, String phase, String more) {
    Node record = Iris.declaration("gm0363", slug);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            <%1$s> a sc:Declaration ; dct:title "Opgave"@nl ;
              sc:municipality <%2$s> ; sc:declaredBy <%2$s> ; sc:standard <%3$s> ; %5$s
              sc:phase <%1$s#fase-1> .
            <%1$s#fase-1> a sc:PhaseStatement ; sc:validFrom "2020-02-20"^^xsd:date ;
              sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/%4$s> .
            """
                .formatted(
                    record.getURI(),
                    Iris.municipality("gm0363").getURI(),
                    Iris.standard(slug).getURI(),
                    phase,
                    phase.equals("in-productie")
                        ? more + " sc:version <" + Iris.version(slug, "1.5.1").getURI() + "> ;"
                        : more),
            Lang.TURTLE)
        .parse(graph);
    Proposal proposal =
        new Proposal(
            "proef", Iris.municipality("gm0363"), "Proef", List.of(Change.put(record, graph)));
    assertInstanceOf(Outcome.Recorded.class, server.catalogue().commit(proposal));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void the_calendar_has_what_will_be_on_its_day_with_an_alarm() throws Exception {
    HttpResponse<String> response = get(AMSTERDAM + ".ics");
    assertEquals(200, response.statusCode());
    assertEquals(
        "text/calendar;charset=utf-8", response.headers().firstValue("Content-Type").orElse(""));
    String day = "DTSTART;VALUE=DATE:20990101";
    assertTrue(response.body().contains(day), response::body);
    String event = response.body().substring(response.body().indexOf(day));
    assertTrue(event.contains("TRIGGER:-P7D"), event);
    assertTrue(
        event.replace("\r\n ", "").contains("URL:" + server.address() + "/mijn/gm0363/opgaven/fsc"),
        event);
  }

  @Test
  void the_calendar_has_what_is_overdue_on_today() throws Exception {
    String calendar = get(AMSTERDAM + ".ics").body().replace("\r\n ", "");
    String today = LocalDate.now(Validity.ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
    assertFalse(calendar.contains("DATE:2021"), calendar);
    assertTrue(
        calendar.contains(
            "DTSTART;VALUE=DATE:" + today + "\r\nSUMMARY:2 herinneringen wachten\r\n"),
        calendar);
    assertTrue(calendar.contains("\\n2021-02-20 Bevestigen: Zaken API"), calendar);
    assertTrue(calendar.contains("URL:" + server.address() + "/mijn/gm0363\r\n"), calendar);
  }

  @Test
  void the_feed_has_only_what_is_due() throws Exception {
    String feed = get(AMSTERDAM + ".atom").body();
    assertTrue(feed.contains("<title>Bevestigen: "), feed);
    assertFalse(feed.contains("2099"), feed);
    assertTrue(feed.contains(server.address() + "/mijn/gm0363/opgaven/zaken-api"), feed);
  }

  @ParameterizedTest
  @ValueSource(strings = {".ics", ".atom"})
  void what_is_known_is_not_sent_again(String form) throws Exception {
    String tag = get(AMSTERDAM + form).headers().firstValue("ETag").orElseThrow();
    assertEquals(304, get(AMSTERDAM + form, "If-None-Match", tag).statusCode());
  }

  @Test
  void there_are_none_of_what_is_no_municipality() throws Exception {
    assertEquals(404, get("/gemeenten/gm9999/herinneringen.ics").statusCode());
    assertEquals(404, get("/gemeenten/x/herinneringen.atom").statusCode());
  }
}
