package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A municipality says in its pages who declares on its behalf, and that one then can. */
class MandatePagesTest {
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final Node SERVICE = Iris.organisation("vng-realisatie");
  private static final Node MANDATE = Iris.mandate("gm0363", SERVICE);
  private static final String ALL = "/mijn/gm0363/mandaten";
  private static final String FORM = ALL + "/organisatie/vng-realisatie";
  private static final String STANDARD = Iris.standard("zaken-api").getURI();

  @TempDir private static Path folder;
  private static TestServer server;
  private static Person municipality;
  private static Person service;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    municipality = person("gm0363", AMSTERDAM, Role.MUNICIPALITY);
    service = person("dienst", SERVICE, Role.COOPERATION);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void withdraw() throws Exception {
    if (!record().isEmpty()) {
      assertEquals(303, municipality.fill(FORM, "actie", "intrekken").statusCode());
    }
  }

  private static Person person(String login, Node organisation, Role role) throws Exception {
    return Person.at(server, login, "proef", organisation, role);
  }

  private static Graph record() {
    return server.catalogue().snapshot().record(MANDATE);
  }

  private static HttpResponse<String> give(String year, String... more) throws Exception {
    String[] fields = {
      "validFrom.dag", "1", "validFrom.maand", "1", "validFrom.jaar", year, "actie", "versturen"
    };
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return municipality.fill(FORM, all);
  }

  @Test
  void who_is_given_a_mandate_declares_on_what_it_covers() throws Exception {
    assertEquals(403, service.get("/mijn/gm0363/opgaven/zaken-api").statusCode());
    HttpResponse<String> given = give("2026", "mandateCovers", STANDARD);
    assertEquals(303, given.statusCode(), given::body);
    assertTrue(record().contains(MANDATE, SC.MANDATOR, AMSTERDAM));
    assertEquals(200, service.get("/mijn/gm0363/opgaven/zaken-api").statusCode());
    assertEquals(403, service.get("/mijn/gm0363/opgaven/stuf-bg").statusCode());
  }

  @Test
  void who_has_a_mandate_for_one_standard_is_offered_no_other() throws Exception {
    assertEquals(303, give("2026", "mandateCovers", STANDARD).statusCode());
    String choose = service.get("/mijn/gm0363/kiezen").body();
    assertEquals(1, choose.split("/mijn/gm0363/opgaven/", -1).length - 1, choose);
    assertTrue(choose.contains("Standaarden buiten uw mandaat"), choose);
    String mine = service.get("/mijn/gm0363").body();
    assertTrue(
        Pattern.compile("/mijn/gm0363/opgaven/([a-z0-9-]+)")
            .matcher(mine)
            .results()
            .allMatch(found -> found.group(1).equals("zaken-api")),
        mine);
  }

  @Test
  void what_was_given_is_listed_with_its_receipt() throws Exception {
    String path = give("2026").headers().firstValue("Location").orElseThrow();
    String page = municipality.get(path.substring(path.indexOf("/mijn"))).body();
    assertTrue(page.contains("VNG Realisatie"), page);
    assertTrue(page.contains("/api/v1/receipts/" + server.catalogue().snapshot().sequence()));
    assertTrue(page.contains("is gegeven, met volgnummer"), page);
  }

  @Test
  void a_withdrawn_one_is_told_as_withdrawn() throws Exception {
    assertEquals(303, give("2026").statusCode());
    String path =
        municipality
            .fill(FORM, "actie", "intrekken")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String page = municipality.get(path.substring(path.indexOf("/mijn"))).body();
    assertTrue(page.contains("is ingetrokken, met volgnummer"), page);
  }

  @Test
  void a_commit_about_something_else_is_told_as_nothing() throws Exception {
    String page = municipality.get(ALL + "?vastgelegd=1").body();
    assertFalse(page.contains("met volgnummer"), page);
  }

  @Test
  void a_mandate_that_is_still_to_begin_says_so() throws Exception {
    assertEquals(303, give("2099").statusCode());
    assertTrue(municipality.get(ALL).body().contains("geldt nu niet"));
    assertEquals(403, service.get("/mijn/gm0363/opgaven/zaken-api").statusCode());
  }

  @Test
  void a_mandate_without_a_beginning_is_refused_at_its_field() throws Exception {
    HttpResponse<String> response = municipality.fill(FORM, "actie", "versturen");
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("href=\"#validFrom\""), response::body);
    assertTrue(record().isEmpty());
  }

  @Test
  void who_is_given_a_mandate_gives_none() throws Exception {
    assertEquals(303, give("2026").statusCode());
    HttpResponse<String> response =
        service.fill(
            ALL + "/organisatie/vng",
            "actie",
            "versturen",
            "validFrom.dag",
            "1",
            "validFrom.maand",
            "1",
            "validFrom.jaar",
            "2026");
    assertEquals(403, response.statusCode());
  }

  @Test
  void who_is_given_a_mandate_is_not_offered_to_give_one() throws Exception {
    assertEquals(303, give("2026").statusCode());
    String page = service.get(ALL).body();
    assertTrue(page.contains("Mandaten geeft en wijzigt Amsterdam zelf"), page);
    assertFalse(page.contains("/mandaten/organisatie/"), page);
    assertEquals(403, service.get(FORM).statusCode());
  }

  @Test
  void an_editor_says_why() throws Exception {
    assertEquals(303, give("2026").statusCode());
    Person editor = person("redactie", Iris.organisation("vng"), Role.EDITOR);
    HttpResponse<String> silent = editor.fill(FORM, "actie", "intrekken");
    assertEquals(422, silent.statusCode());
    assertTrue(silent.body().contains("href=\"#reden\""), silent::body);
    assertEquals(
        303, editor.fill(FORM, "actie", "intrekken", "reden", "Verkeerd gegeven").statusCode());
  }

  @Test
  void who_withdraws_twice_is_told_the_same_both_times() throws Exception {
    assertEquals(303, give("2026").statusCode());
    String page = municipality.get(FORM).body();
    String[] withdrawal = {
      "zegel", Person.seal(page), "basis", Person.basis(page), "actie", "intrekken"
    };
    HttpResponse<String> once = municipality.post(FORM, withdrawal);
    HttpResponse<String> twice = municipality.post(FORM, withdrawal);
    assertEquals(303, twice.statusCode(), twice::body);
    assertEquals(once.headers().firstValue("Location"), twice.headers().firstValue("Location"));
  }

  @Test
  void two_at_once_are_told() throws Exception {
    String page = municipality.get(FORM).body();
    assertEquals(303, give("2026").statusCode());
    HttpResponse<String> late =
        municipality.post(
            FORM,
            "zegel",
            Person.seal(page),
            "basis",
            "0",
            "validFrom.dag",
            "2",
            "validFrom.maand",
            "2",
            "validFrom.jaar",
            "2026",
            "actie",
            "versturen");
    assertEquals(412, late.statusCode());
    assertFalse(Person.basis(late.body()).equals("0"));
  }

  @Test
  void organisations_are_found_by_a_part_of_their_names() throws Exception {
    String page = municipality.get(ALL + "?q=realisatie").body();
    assertTrue(page.contains("href=\"" + FORM + "\""), page);
    assertFalse(page.contains("href=\"" + ALL + "/organisatie/vng\""), page);
  }

  @Test
  void an_organisation_that_is_not_there_is_not_found() throws Exception {
    assertEquals(404, municipality.get(ALL + "/organisatie/nergens").statusCode());
  }
}
