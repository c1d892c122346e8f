package nl.standaardencatalogus.server.proposal;

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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.mine.Person;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking for something without an account, on the curated catalogue. */
class RemarksTest {
  private static final String TEXT = "De titel is niet die van de beheerder.";

  @TempDir private Path folder;
  private TestServer server;
  private Person visitor;

  @BeforeEach
  void start() {
    server = TestServer.on(folder, "FOUR_EYES", "false");
    visitor = new Person(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Person person(String login, Node organisation, Role role) throws Exception {
    return Person.at(server, login, login, organisation, role);
  }

  private Person editor() throws Exception {
    return person("redactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
  }

  private HttpResponse<String> ask(String... more) throws Exception {
    String[] fields = {"titel", "Andere titel", "tekst", TEXT, "bron", "https://example.org/bron"};
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return visitor.post("/voorstel", all);
  }

  private static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response::body);
    return response.headers().firstValue("Location").orElse("");
  }

  private static String id(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String seal(String page) {
    Matcher matcher = Pattern.compile("name=\"stand\" value=\"([^\"]+)\"").matcher(page);
    assertTrue(matcher.find(), page);
    return matcher.group(1);
  }

  @Test
  void the_page_of_a_standard_leads_to_the_form_about_it() throws Exception {
    String page = visitor.get("/standaarden/zaken-api").body();
    assertTrue(page.contains("href=\"/voorstel?over=standaard/zaken-api\""), page);
    String form = visitor.get("/voorstel?over=standaard/zaken-api").body();
    assertTrue(form.contains("name=\"over\" value=\"standaard/zaken-api\""), form);
    assertTrue(form.contains("href=\"/bewerken/standaard/zaken-api\""), form);
    assertFalse(visitor.get("/standaarden/vergeten").body().contains("/voorstel?over="));
  }

  @Test
  void who_asks_sees_the_answer_and_others_see_nothing() throws Exception {
    String address = location(ask("over", "standaard/zaken-api"));
    String mine = visitor.get(address).body();
    assertTrue(mine.contains(TEXT) && mine.contains("wacht op antwoord"), mine);
    assertEquals(404, visitor.get("/voorstel/0123456789abcdef").statusCode());
    Person municipality = person("gemeente", Iris.municipality("gm0363"), Role.MUNICIPALITY);
    assertEquals(404, municipality.get("/voorstellen/" + id(address)).statusCode());
    assertFalse(municipality.get("/voorstellen").body().contains(id(address)));
    Person editor = editor();
    assertTrue(editor.get("/voorstellen").body().contains(id(address)));
    String page = editor.get("/voorstellen/" + id(address)).body();
    assertTrue(page.contains("/bewerken/standaard/zaken-api?van=" + id(address)), page);
    assertFalse(page.contains("value=\"aanvaarden\""), page);
    location(
        editor.post(
            "/voorstellen/" + id(address),
            "zegel",
            Person.seal(page),
            "stand",
            seal(page),
            "actie",
            "afwijzen",
            "reden",
            "De beheerder noemt haar zo."));
    String answered = visitor.get(address).body();
    assertTrue(
        answered.contains("De beheerder noemt haar zo.") && answered.contains("afgewezen"),
        answered);
  }

  @Test
  void what_is_there_already_is_answered_with_where_and_is_no_rejection() throws Exception {
    String address = location(ask());
    Person editor = editor();
    String path = "/voorstellen/" + id(address);
    String page = editor.get(path).body();
    String[] fields = {
      "zegel",
      Person.seal(page),
      "stand",
      seal(page),
      "actie",
      "gedaan",
      "reden",
      "Die is er al.",
      "waar",
      ""
    };
    assertEquals(422, editor.post(path, fields).statusCode());
    fields[9] = "//elders.example";
    assertEquals(422, editor.post(path, fields).statusCode());
    fields[9] = "/standaarden/zaken-api";
    location(editor.post(path, fields));
    assertEquals(303, editor.post(path, fields).statusCode(), "pressed twice");
    String answered = visitor.get(address).body();
    assertTrue(answered.contains("al geregeld") && !answered.contains("afgewezen"), answered);
    assertTrue(answered.contains("href=\"/standaarden/zaken-api\""), answered);
  }

  @Test
  void a_maintainer_reads_what_is_asked_of_its_standards_and_answers_nothing() throws Exception {
    String own = location(ask("over", "standaard/zaken-api"));
    String other = location(ask("over", "standaard/aquo"));
    Person maintainer = person("beheer", Iris.organisation("vng-realisatie"), Role.MAINTAINER);
    String list = maintainer.get("/voorstellen").body();
    assertTrue(list.contains(id(own)) && !list.contains(id(other)), list);
    String path = "/voorstellen/" + id(own);
    String page = maintainer.get(path).body();
    assertTrue(page.contains(TEXT) && !page.contains("value=\"afwijzen\""), page);
    assertTrue(page.contains("Alleen redacteuren en het secretariaat"), page);
    HttpResponse<String> response =
        maintainer.post(
            path, "zegel", Person.seal(page), "actie", "afwijzen", "reden", "Nee", "stand", "x");
    assertEquals(403, response.statusCode());
    assertEquals(404, maintainer.get("/voorstellen/" + id(other)).statusCode());
  }

  @Test
  void an_address_that_is_about_nothing_is_told_and_fields_say_what_they_take() throws Exception {
    String form = visitor.get("/voorstel?over=standaard/bestaat-niet").body();
    assertTrue(form.contains("‘standaard/bestaat-niet’ staat niet in de catalogus"), form);
    String fields = form.substring(form.indexOf("<form class=\"fill\"")).split("</form>")[0];
    assertFalse(fields.contains("name=\"over\""), fields);
    assertTrue(form.matches("(?s).*<textarea[^>]*maxlength=\"2000\" required.*"), form);
    assertTrue(form.contains("Titel <span class=\"muted\">(verplicht)</span>"), form);
    assertFalse(visitor.get("/voorstel").body().contains("staat niet in de catalogus"));
  }

  @Test
  void lines_stay_lines() throws Exception {
    String address = location(ask("tekst", TEXT));
    String page = visitor.get(address).body();
    assertTrue(page.contains("class=\"panel typed\""), page);
    Matcher style = Pattern.compile("/[^\"]*catalogue[^\"]*\\.css").matcher(page);
    assertTrue(style.find(), page);
    assertTrue(visitor.get(style.group()).body().contains(".typed dd { white-space: pre-line; }"));
  }

  @Test
  void a_change_that_is_made_of_it_answers_it() throws Exception {
    String address = location(ask());
    Person editor = editor();
    String path = "/bewerken/standaard?van=" + id(address);
    String form = editor.get(path).body();
    assertTrue(form.contains(">Andere titel</textarea>") && form.contains(TEXT), form);
    String def = "https://w3id.org/standaardencatalogus/def/";
    location(
        editor.post(
            "/bewerken/standaard",
            "zegel",
            Person.seal(form),
            "van",
            id(address),
            "basis",
            "0",
            "title",
            "Andere titel",
            "kind",
            def + "soort/api",
            "theme",
            def + "thema/common-ground",
            "sourceText",
            "https://example.org/bron",
            "confidence",
            def + "betrouwbaarheid/laag",
            "voorbeeld",
            "1",
            "reden",
            "Op verzoek",
            "actie",
            "publiceren"));
    String answered = visitor.get(address).body();
    assertTrue(answered.contains("aanvaard") && answered.contains("/commits/"), answered);
    assertEquals(
        "Op verzoek (gevraagd door een bezoeker)",
        server.catalogue().commit(server.catalogue().snapshot().sequence()).orElseThrow().reason());
  }

  @Test
  void who_does_not_answer_remarks_is_not_shown_them_in_a_form() throws Exception {
    String id = id(location(ask()));
    Person maintainer = person("beheer", Iris.organisation("logius"), Role.MAINTAINER);
    HttpResponse<String> form = maintainer.get("/bewerken/standaard?van=" + id);
    assertEquals(200, form.statusCode());
    assertFalse(form.body().contains(TEXT), form::body);
  }

  @Test
  void what_is_wrong_is_said_and_stays_typed() throws Exception {
    HttpResponse<String> response =
        visitor.post("/voorstel", "titel", "", "tekst", "Kort", "bron", "x".repeat(501));
    assertEquals(422, response.statusCode());
    String page = response.body();
    for (String field : List.of("titel", "tekst", "bron")) {
      assertTrue(page.contains("id=\"" + field + "-fout\""), page);
    }
    assertTrue(page.contains(">Kort</textarea>"), page);
  }

  @Test
  void who_sends_much_at_once_waits_and_loses_nothing() throws Exception {
    HttpResponse<String> last = null;
    for (int i = 0; i < 12 && (last == null || last.statusCode() == 303); i++) {
      last = ask();
    }
    assertEquals(429, last.statusCode());
    assertTrue(last.headers().firstValue("Retry-After").isPresent());
    assertTrue(last.body().contains(TEXT), last.body());
  }

  @Test
  void when_too_many_wait_it_is_said_and_nothing_is_lost() throws Exception {
    server.close();
    server = TestServer.on(folder, "REMARKS", "2");
    visitor = new Person(server.address());
    location(ask());
    location(ask());
    HttpResponse<String> response = ask();
    assertEquals(503, response.statusCode());
    assertTrue(response.body().contains(TEXT), response::body);
  }

  @Test
  void another_site_has_nobody_ask() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.address() + "/voorstel"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(BodyPublishers.ofString("titel=Ander&tekst=Van+een+andere+site"))
                    .build(),
                BodyHandlers.ofString());
    assertEquals(403, response.statusCode());
  }
}
