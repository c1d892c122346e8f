package nl.standaardencatalogus.server.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.mine.Person;
import nl.standaardencatalogus.server.page.Site;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What who reviews proposals comes in at and reads, on the curated catalogue. */
class ReviewingTest {
  private static final Node REALISATION = Iris.organisation("vng-realisatie");
  private static final String PREFIXES =
      """
      BASE <https://w3id.org/standaardencatalogus/id/>
      PREFIX def: <https://w3id.org/standaardencatalogus/def/>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  @TempDir private static Path folder;
  private static TestServer server;
  private static Submissions submissions;
  private static Person editor;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    submissions = new Submissions(folder.resolve("proposals"), 300);
    editor = person("redactie", REALISATION, Role.EDITOR);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Person person(String login, Node organisation, Role role) throws Exception {
    return Person.at(server, login, login, organisation, role);
  }

  private static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response::body);
    return response.headers().firstValue("Location").orElse("");
  }

  private static Submission kept(boolean open, Author author, Change... changes) {
    Submission submission =
        new Submission(
            Submissions.freshId(),
            author,
            Instant.now(),
            "Een proef.",
            open,
            List.of(changes).stream().map(Proposed::of).toList(),
            null,
            null,
            null);
    assertTrue(submissions.keep(submission));
    return submission;
  }

  private static Submission proposed(Change... changes) {
    return kept(true, new Author("ander", "beheerder", Iris.organisation("geonovum")), changes);
  }

  private static String page(Submission of) throws Exception {
    return editor.get("/voorstellen/" + of.id()).body();
  }

  private static Change made(Node record, String turtle) {
    Graph graph = RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
    return Change.put(record, graph).basedOn(0);
  }

  private static Change deletion(Node record) {
    long current = server.catalogue().snapshot().current(record).orElseThrow().revision();
    return Change.delete(record).basedOn(current);
  }

  private static Graph copy(Node record) {
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(record).find().forEach(graph::add);
    return graph;
  }

  private static int count(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  // Where one comes in

  @Test
  void who_works_on_the_register_comes_in_at_that_work() throws Exception {
    for (Role role : List.of(Role.EDITOR, Role.SECRETARIAT, Role.MAINTAINER)) {
      String login = "werk-" + role.name().toLowerCase();
      assertEquals("/voorstellen", location(person(login, REALISATION, role).get("/mijn")));
    }
    assertEquals(
        "/mijn/gm0363",
        location(person("gm", Iris.municipality("gm0363"), Role.MUNICIPALITY).get("/mijn")));
    String correcting = editor.get("/mijn?corrigeren=1").body();
    assertTrue(correcting.contains("href=\"/mijn/gm0363\""), correcting);
    assertTrue(editor.get("/voorstellen").body().contains("/mijn?corrigeren=1"));
  }

  @Test
  void the_work_starts_with_own_drafts_which_were_never_handed_in() throws Exception {
    Author self = new Author("redactie", "redactie", REALISATION);
    Submission draft = kept(false, self, deletion(Iris.organisation("college-standaardisatie")));
    String list = editor.get("/voorstellen").body();
    int drafts = list.indexOf("id=\"concepten\"");
    assertTrue(drafts > 0 && drafts < list.indexOf("id=\"open\""), list);
    assertTrue(list.indexOf("id=\"open\"") < list.indexOf("id=\"nieuw\""), list);
    assertTrue(list.contains("Voorstellen en bewerken"), list);
    String page = page(draft);
    assertTrue(page.contains("<dt>Laatst bewaard</dt>"), page);
    assertFalse(page.contains("<dt>Ingediend</dt>"), page);
  }

  @Test
  void the_page_to_log_in_at_names_all_who_do_and_where_others_ask() throws Exception {
    String page = new Person(server.address()).get("/inloggen").body();
    assertTrue(page.contains("beheerorganisaties") && page.contains("secretariaat"), page);
    assertTrue(page.contains("href=\"/voorstel\""), page);
  }

  @Test
  void each_kind_of_record_that_can_be_changed_leads_to_its_form_from_its_page() throws Exception {
    Map<String, String> pages =
        Map.of(
            "/procedures/2020-zaakgericht-werken", "procedure/2020-zaakgericht-werken",
            "/vergaderingen/2021-cvd-februari", "vergadering/2021-cvd-februari",
            "/doelen/een-branche", "doel/een-branche",
            "/adviezen/2025-samen-zaken", "advies/2025-samen-zaken");
    try (Site site = new Site()) {
      for (Map.Entry<String, String> each : pages.entrySet()) {
        String over = "/voorstel?over=" + each.getValue();
        String page = site.get(each.getKey()).body();
        assertTrue(page.contains("href=\"" + over + "\""), each.getKey());
        String form = site.get(over).body();
        boolean formed = each.getKey().matches("/(procedures|vergaderingen|adviezen)/.*");
        assertEquals(formed, form.contains("href=\"/bewerken/" + each.getValue() + "\""), form);
        assertEquals(formed, form.contains("Bent u redacteur?"), form);
      }
    }
  }

  @Test
  void who_edits_nothing_is_told_where_he_asks_for_a_change() throws Exception {
    Person municipality = person("gm2", Iris.municipality("gm0363"), Role.MUNICIPALITY);
    HttpResponse<String> response = municipality.get("/bewerken/standaard/zaken-api");
    assertEquals(403, response.statusCode());
    assertTrue(
        response.body().contains("href=\"/voorstel?over=standaard/zaken-api\""), response::body);
  }

  @Test
  void who_may_not_answer_is_told_why_there_is_nothing_to_press() throws Exception {
    Person secretariat = person("secretariaat", Iris.organisation("vng"), Role.SECRETARIAT);
    Submission standard = proposed(deletion(Iris.standard("aquo")));
    String page = secretariat.get("/voorstellen/" + standard.id()).body();
    assertFalse(page.contains("value=\"afwijzen\""), page);
    assertTrue(page.contains("waar uw rol niet over gaat"), page);
    Node amsterdam = Iris.municipality("gm0363");
    Person municipality = person("gm3", amsterdam, Role.MUNICIPALITY);
    Submission own =
        kept(true, new Author("gm3", "gm3", amsterdam), deletion(Iris.standard("aquo")));
    assertTrue(
        municipality
            .get("/voorstellen/" + own.id())
            .body()
            .contains("Een redacteur of het secretariaat beantwoordt dit."));
  }

  // What one reads

  @Test
  void what_is_new_in_a_proposal_and_its_parts_are_called_by_their_names() throws Exception {
    Node standard = Iris.standard("proef-met-naam");
    Node version = Iris.version("proef-met-naam", "1.0");
    Submission proposal =
        proposed(
            made(
                standard,
                """
                <standaard/proef-met-naam> a sc:Standard , dct:Standard , dcat:DatasetSeries ;
                  dct:title "Proef met een naam"@nl , "Trial with a name"@en ;
                  dct:identifier "proef-met-naam" ;
                  sc:status <standaard/proef-met-naam#status-1> .
                <standaard/proef-met-naam#status-1> a sc:StatusStatement ;
                  sc:about <standaard/proef-met-naam> ;
                  sc:statusValue def:vng-verbindendheid\\/aanbevolen .
                """),
            made(
                version,
                """
                <standaard/proef-met-naam/versie/1.0> a sc:StandardVersion ;
                  dct:title "Proef 1.0"@nl ; dct:isVersionOf <standaard/proef-met-naam> .
                """));
    String page = page(proposal);
    String tables = page.substring(page.indexOf("<table"), page.lastIndexOf("</table>"));
    assertFalse(tables.contains("w3id.org/"), tables);
    assertFalse(tables.contains("purl.org/dc/terms/Standard"), tables);
    assertTrue(tables.contains("Proef met een naam (Nederlands)"), tables);
    assertTrue(tables.contains("Trial with a name (Engels)"), tables);
    Matcher of = Pattern.compile(">versie van<.*?</tr>", Pattern.DOTALL).matcher(tables);
    assertTrue(of.find() && of.group().contains("Proef met een naam"), tables);
    assertTrue(tables.contains("Aanbevolen"), tables);
    List<String> names =
        Pattern.compile("<th scope=\"row\">([^<]*)<")
            .matcher(tables.split("</table>")[0])
            .results()
            .map(it -> it.group(1))
            .toList();
    assertEquals(names.size(), names.stream().distinct().count(), names::toString);
  }

  @Test
  void what_keeps_it_from_being_recorded_comes_first_and_each_rule_once() throws Exception {
    Submission removal = proposed(deletion(Iris.standard("stuf-bg")));
    String page = page(removal);
    String rules = page.substring(page.indexOf("id=\"regels\""));
    rules = rules.substring(0, rules.indexOf("</section>"));
    int blocking = rules.indexOf("Dit houdt het voorstel tegen");
    assertTrue(blocking > 0, rules);
    assertTrue(rules.contains("keer door dezelfde regel"), rules);
    int others = rules.indexOf("<details>");
    assertTrue(others < 0 || others > blocking, rules);
    assertTrue(count(rules, "<li>") < 100, "all findings stand there");
  }

  @Test
  void a_version_that_the_rules_keep_is_told_of_who_would_miss_it() throws Exception {
    Submission removal = proposed(deletion(Iris.version("stuf-bg", "3.10")));
    assertTrue(page(removal).contains("id=\"gevolgen\""));
  }

  @Test
  void what_somebody_else_changed_is_not_shown_as_undone() throws Exception {
    Node record = Iris.standard("objecttypen-api");
    Graph ours = copy(record);
    ours.add(record, SKOS.altLabel.asNode(), NodeFactory.createLiteralString("Objecttypen-proef"));
    long based = server.catalogue().snapshot().current(record).orElseThrow().revision();
    Submission proposal = proposed(Change.put(record, ours).basedOn(based));
    Graph theirs = copy(record);
    theirs.remove(record, DCTerms.title.asNode(), Node.ANY);
    theirs.add(record, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Van de ander", "nl"));
    Proposal other =
        new Proposal("proef", REALISATION, "Proef", List.of(Change.put(record, theirs)));
    assertTrue(server.catalogue().commit(other) instanceof Outcome.Recorded);
    String page = page(proposal);
    assertTrue(page.contains("de wijziging van de ander blijft dan staan"), page);
    Matcher title =
        Pattern.compile("data-label=\"Wordt na bijwerken\"[^>]*>(.*?)</td>").matcher(page);
    List<String> becomes = title.results().map(it -> it.group(1)).toList();
    assertTrue(becomes.stream().anyMatch(it -> it.contains("Van de ander")), becomes::toString);
  }
}
