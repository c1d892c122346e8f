package nl.standaardencatalogus.server.api;

import static nl.standaardencatalogus.server.api.Caller.AMSTERDAM;
import static nl.standaardencatalogus.server.api.Caller.TURTLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secretariat records how a decision comes about. */
class DecisionMakingTest {
  private static final String ID = Iris.BASE + "id/";
  private static final String PREFIXES =
      """
      BASE <https://w3id.org/standaardencatalogus/id/>
      PREFIX def: <https://w3id.org/standaardencatalogus/def/>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final String ADVICE =
      PREFIXES
          + """
          <besluit/2026-advies> a sc:Decision ; dct:title "Advies"@nl ;
            sc:decisionBody <organisatie/college-van-dienstverleningszaken> ;
            sc:decisionKind def:besluitsoort\\/cvd-advies ; sc:decidedOn "2026-03-12"^^xsd:date ;
            sc:covers <standaard/objecten-api> ; sc:condition "Eerst een proef."@nl ;
            sc:adviceOutcome def:advies-uitkomst\\/positief-met-voorwaarden ;
            sc:sourceText "proef" ; sc:confidence def:betrouwbaarheid\\/hoog .
          """;
  private static final String DECISION =
      PREFIXES
          + """
          <besluit/2026-besluit> a sc:Decision ; dct:title "Besluit"@nl ;
            sc:decisionBody <organisatie/vng-bestuur> ; sc:onAdviceOf <besluit/2026-advies> ;
            sc:decisionKind def:besluitsoort\\/bestuursbesluit ; sc:decidedOn "2026-04-01"^^xsd:date ;
            sc:covers <standaard/objecten-api> ; sc:force def:vng-verbindendheid\\/verplicht ;
            sc:sourceText "proef" ; sc:confidence def:betrouwbaarheid\\/hoog .
          """;
  private static final String PROCEDURE =
      PREFIXES
          + """
          <procedure/2026-objecten> a sc:Procedure ; dct:title "Objecten"@nl ;
            sc:concerns <standaard/objecten-api> ;
            sc:procedureKind def:proceduresoort\\/andere-kracht ;
            sc:procedureTrack def:procedurespoor\\/vng ;
            sc:step <procedure/2026-objecten#advies> , <procedure/2026-objecten#besluit> .
          <procedure/2026-objecten#advies> a sc:ProcedureStep ; sc:leadsTo <besluit/2026-advies> ;
            sc:stepKind def:procedurestap\\/advies ; sc:beginsOn "2026-03-12"^^xsd:date .
          <procedure/2026-objecten#besluit> a sc:ProcedureStep ; sc:leadsTo <besluit/2026-besluit> ;
            sc:stepKind def:procedurestap\\/besluit ; sc:beginsOn "2026-04-01"^^xsd:date .
          """;

  private static final String ASSESSED =
      PREFIXES
          + """
          <procedure/2026-getoetst> a sc:Procedure ; dct:title "Getoetst"@nl ;
            sc:concerns <standaard/objecten-api> ;
            sc:procedureKind def:proceduresoort\\/nieuwe-versie ;
            sc:procedureTrack def:procedurespoor\\/vng ;
            sc:step <procedure/2026-getoetst#aanmelding> ;
            sc:assessment <procedure/2026-getoetst#toets> .
          <procedure/2026-getoetst#aanmelding> a sc:ProcedureStep ;
            sc:stepKind def:procedurestap\\/aanmelding ; sc:beginsOn "2026-01-12"^^xsd:date .
          <procedure/2026-getoetst#toets> a sc:Assessment ; sc:concerns <standaard/objecten-api> ;
            sc:assessedOn "2026-02-12"^^xsd:date ; sc:assessedBy <organisatie/vng-realisatie> ;
            sc:criterionOutcome <procedure/2026-getoetst#beheer> .
          <procedure/2026-getoetst#beheer> a sc:CriterionOutcome ;
            sc:criterion def:toetscriterium\\/beheer ;
            sc:verdict def:toetsuitkomst\\/voldoet-deels ;
            sc:motivation "Er is geld voor een jaar."@nl .
          """;

  @TempDir private static Path folder;
  private static TestServer server;
  private static Caller secretariat;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder, "FOUR_EYES", "false");
    secretariat = new Caller(folder, Iris.organisation("vng"), Role.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> put(Caller caller, String path, String body)
      throws Exception {
    return put(server, caller, path, body);
  }

  private static HttpResponse<String> put(
      TestServer server, Caller caller, String path, String body) throws Exception {
    String query = path.contains("?") ? "&reason=Proef" : "?reason=Proef";
    URI address = URI.create(server.address() + "/api/v1" + path + query);
    return caller.ask(address, "PUT", body, "Content-Type", TURTLE, "If-None-Match", "*");
  }

  private static void refused(String rule, String path, String body) throws Exception {
    HttpResponse<String> response = put(secretariat, path, body);
    assertEquals(422, response.statusCode(), response::body);
    assertTrue(response.body().contains(rule), response::body);
  }

  @Test
  void what_binds_is_recorded_on_its_advice_and_told_with_it() throws Exception {
    Caller amsterdam = new Caller(folder, AMSTERDAM, Role.MUNICIPALITY);
    assertEquals(403, put(amsterdam, "/decisions/2026-advies", ADVICE).statusCode());
    assertEquals(403, put(amsterdam, "/procedures/2026-objecten", PROCEDURE).statusCode());
    refused(
        "Decision-restsOnAdvice",
        "/decisions/2026-besluit",
        DECISION.replace("sc:onAdviceOf <besluit/2026-advies> ;", ""));

    HttpResponse<String> advice = put(secretariat, "/decisions/2026-advies", ADVICE);
    assertEquals(201, advice.statusCode(), advice::body);
    HttpResponse<String> decision = put(secretariat, "/decisions/2026-besluit", DECISION);
    assertEquals(201, decision.statusCode(), decision::body);
    refused(
        "Procedure-order",
        "/procedures/2026-objecten",
        PROCEDURE.replace("\"2026-03-12\"", "\"2026-05-12\""));
    HttpResponse<String> procedure = put(secretariat, "/procedures/2026-objecten", PROCEDURE);
    assertEquals(201, procedure.statusCode(), procedure::body);

    URI standard = URI.create(server.address() + "/api/v1/standards/objecten-api");
    String because = secretariat.ask(standard, "GET", "").body();
    assertTrue(because.contains(ID + "besluit/2026-besluit"), because);
    assertTrue(because.contains(ID + "besluit/2026-advies"), because);
    assertTrue(because.contains("Eerst een proef."), because);
    assertFalse(because.contains("procedure"), because);
  }

  @Test
  void what_holds_for_everybody_needs_a_reason() throws Exception {
    URI address = URI.create(server.address() + "/api/v1/decisions/2026-advies");
    HttpResponse<String> response =
        secretariat.ask(address, "PUT", ADVICE, "Content-Type", TURTLE, "If-None-Match", "*");
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("reason"), response::body);
  }

  @Test
  void with_four_eyes_it_waits_until_another_accepts_it(@TempDir Path apart) throws Exception {
    try (TestServer strict = TestServer.on(apart)) {
      Caller first = new Caller(apart, Iris.organisation("vng"), Role.SECRETARIAT);
      long sequence = strict.catalogue().snapshot().sequence();
      HttpResponse<String> waits = put(strict, first, "/decisions/2026-advies", ADVICE);
      assertEquals(202, waits.statusCode(), waits::body);
      assertEquals("open", JSON.parse(waits.body()).getString("state"));
      String location = waits.headers().firstValue("Location").orElseThrow();
      HttpResponse<String> twice = put(strict, first, "/decisions/2026-advies", ADVICE);
      assertEquals(location, twice.headers().firstValue("Location").orElseThrow());
      assertEquals(sequence, strict.catalogue().snapshot().sequence());
      URI proposal = URI.create(strict.address() + location);
      URI acceptance = URI.create(proposal + "/acceptance?reason=Akkoord");
      String tag = Caller.tag(first.ask(proposal, "GET", ""));
      assertEquals(403, first.ask(acceptance, "POST", "", "If-Match", tag).statusCode());
      Caller second = new Caller(apart, Iris.organisation("vng-realisatie"), Role.EDITOR);
      assertEquals(201, second.ask(acceptance, "POST", "", "If-Match", tag).statusCode());
      assertEquals(sequence + 1, strict.catalogue().snapshot().sequence());
      HttpResponse<String> refused =
          put(
              strict,
              first,
              "/decisions/2026-besluit",
              DECISION.replace("sc:onAdviceOf <besluit/2026-advies> ;", ""));
      assertEquals(422, refused.statusCode(), refused::body);
    }
  }

  @Test
  void a_trial_of_what_binds_says_where_its_consequences_are_told() throws Exception {
    String advice = ADVICE.replace("2026-advies", "2026-proefadvies");
    assertEquals(201, put(secretariat, "/decisions/2026-proefadvies", advice).statusCode());
    String decision =
        DECISION.replace("2026-advies", "2026-proefadvies").replace("2026-besluit", "2026-proef");
    HttpResponse<String> tried = put(secretariat, "/decisions/2026-proef?dryRun=true", decision);
    assertEquals(200, tried.statusCode(), tried::body);
    JsonArray addresses = JSON.parse(tried.body()).get("whatIf").getAsArray();
    assertEquals(1, addresses.size(), tried::body);
    String address = addresses.get(0).getAsString().value();
    String query = "/wat-als?standaard=objecten-api&wat=verplicht&dag=2026-04-01";
    assertTrue(address.endsWith(query), address);
    URI told = URI.create(server.address() + query);
    assertEquals(200, secretariat.ask(told, "GET", "").statusCode());

    URI proposals = URI.create(server.address() + "/api/v1/proposals?dryRun=true&reason=Proef");
    HttpResponse<String> proposed =
        secretariat.ask(proposals, "POST", decision, "Content-Type", TURTLE);
    assertTrue(proposed.body().contains(address), proposed::body);
    HttpResponse<String> recommended =
        put(
            secretariat,
            "/decisions/2026-proef?dryRun=true",
            decision.replace("verplicht", "aanbevolen"));
    assertEquals(200, recommended.statusCode(), recommended::body);
    assertFalse(recommended.body().contains("wat=verplicht"), recommended::body);
  }

  @Test
  void a_trial_of_the_end_of_what_binds_says_where_it_is_told_whom_it_frees() throws Exception {
    URI decision = URI.create(server.address() + "/api/v1/decisions/2021-zaakgericht-werken");
    HttpResponse<String> there = secretariat.ask(decision, "GET", "");
    assertEquals(200, there.statusCode(), there::body);
    String tag = there.headers().firstValue("ETag").orElseThrow();
    URI trial = URI.create(decision + "?dryRun=true&reason=Proef");
    HttpResponse<String> tried = secretariat.ask(trial, "DELETE", "", "If-Match", tag);
    assertEquals(200, tried.statusCode(), tried::body);
    String today = server.catalogue().snapshot().day().toString();
    String told =
        "/wat-als?standaard=zaken-api&wat=vervalt&besluit=2021-zaakgericht-werken&dag=" + today;
    assertTrue(tried.body().contains(told), tried::body);
    URI page = URI.create(server.address() + told);
    assertEquals(200, secretariat.ask(page, "GET", "").statusCode());
  }

  @Test
  void assessment_is_put_with_its_procedure_and_must_be_motivated() throws Exception {
    String path = "/procedures/2026-getoetst";
    refused(
        "CriterionOutcome-motivated",
        path,
        ASSESSED.replace("sc:motivation \"Er is geld voor een jaar.\"@nl .", "."));
    HttpResponse<String> recorded = put(secretariat, path, ASSESSED);
    assertEquals(201, recorded.statusCode(), recorded::body);
    URI page = URI.create(server.address() + "/procedures/2026-getoetst");
    String shown = secretariat.ask(page, "GET", "", "Accept", "text/html").body();
    assertTrue(shown.contains("Er is geld voor een jaar."), shown);
  }

  @Test
  void a_procedure_is_found_wherever_other_records_are() throws Exception {
    String key = "procedures/2026-vindbaar";
    String body =
        ASSESSED
            .replace("2026-getoetst", "2026-vindbaar")
            .replace("\"Getoetst\"", "\"Opgespoord\"");
    HttpResponse<String> recorded = put(secretariat, "/" + key, body);
    assertEquals(201, recorded.statusCode(), recorded::body);
    holds(
        "/standaarden?q=opgespoord",
        "text/html",
        "<a href=\"/" + key + "\">Opgespoord (procedure)");
    holds("/sitemap-1.xml", "application/xml", "/" + key + "</loc>");
    holds("/nieuws.atom", "application/atom+xml", "/" + key + "\"");
    holds("/tabellen/procedures.csv", "text/csv", "Opgespoord;");
    holds("/catalog.ttl", "text/turtle", "/tabellen/procedures.csv");
    holds("/doc/procedure/2026-vindbaar.ttl", "text/turtle", "Opgespoord");
    String feed = read("/ldes", "application/trig");
    Matcher page = Pattern.compile("<([^>]*/ldes[?/][^>#]*)>").matcher(feed);
    List<String> pages = page.results().map(it -> it.group(1)).distinct().toList();
    assertFalse(pages.isEmpty(), feed);
    String members = "";
    for (String each : pages) {
      members += read(each.replaceFirst(".*/ldes", "/ldes"), "application/trig");
    }
    assertTrue((feed + members).contains("procedure/2026-vindbaar"), members);
  }

  private static String read(String path, String type) throws Exception {
    HttpResponse<String> response =
        secretariat.ask(URI.create(server.address() + path), "GET", "", "Accept", type);
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  private static void holds(String path, String type, String part) throws Exception {
    String body = read(path, type);
    assertTrue(body.contains(part), path + " has not " + part + "\n" + body);
  }
}
