package nl.standaardencatalogus.server.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.mine.Person;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editing records in a browser without script, on the curated catalogue. */
class EditingTest {
  private static final Node REALISATION = Iris.organisation("vng-realisatie");
  private static final String DEF = "https://w3id.org/standaardencatalogus/def/";

  /** A field with what stands in it; what is chosen of what there is to choose. */
  private static final Pattern FIELD =
      Pattern.compile(
          "<input (?:class=\"w-[a-z]+\" )?type=\"(?:text|url)\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\""
              + "|<textarea[^>]* name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>"
              + "|<input type=\"(?:radio|checkbox)\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\" checked"
              + "|<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Submissions submissions;
  private static Person editor;
  private static Person colleague;
  private static Person municipality;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder, "FOUR_EYES", "false");
    submissions = new Submissions(folder.resolve("proposals"), 300);
    editor = person("redactie", REALISATION, Role.EDITOR);
    colleague = person("secretariaat", Iris.organisation("vng"), Role.SECRETARIAT);
    municipality = person("gemeente", Iris.municipality("gm0363"), Role.MUNICIPALITY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String password(String login, Node organisation, Role role) {
    return server.password(login, login, organisation, role);
  }

  private static Person person(String login, Node organisation, Role role) throws Exception {
    return Person.at(server, login, login, organisation, role);
  }

  /**
   * What a browser would send of the first form of a page, with some fields filled in otherwise.
   */
  private static HttpResponse<String> send(Person who, String path, String... otherwise)
      throws Exception {
    HttpResponse<String> page = who.get(path);
    assertEquals(200, page.statusCode(), path);
    return sendOf(who, path, page.body(), otherwise);
  }

  private static HttpResponse<String> sendOf(
      Person who, String path, String page, String... otherwise) throws Exception {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < otherwise.length; i += 2) {
      changed.add(otherwise[i]);
    }
    int start = page.indexOf("<form class=\"fill\"");
    String form = page.substring(start, page.indexOf("</form>", start));
    List<String> fields = new ArrayList<>();
    Matcher matcher = FIELD.matcher(form);
    while (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i += 2) {
        if (matcher.group(i) != null && !changed.contains(matcher.group(i))) {
          fields.add(matcher.group(i));
          fields.add(plain(matcher.group(i + 1)));
        }
      }
    }
    fields.addAll(List.of(otherwise));
    return who.post(path.replaceFirst("[?].*", ""), fields.toArray(String[]::new));
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<").replace("&#34;", "\"").replace("&amp;", "&");
  }

  private static String location(HttpResponse<String> response) {
    assertEquals(303, response.statusCode(), response::body);
    return response.headers().firstValue("Location").orElse("");
  }

  private static Graph record(Node record) {
    return server.catalogue().snapshot().record(record);
  }

  private static Submission submission(String location) {
    Matcher id = Pattern.compile("[0-9a-f]{16}").matcher(location);
    assertTrue(id.find(), location);
    return submissions.of(id.group()).orElseThrow();
  }

  private static String[] standard(String title, String action) {
    return new String[] {
      "actie",
      action,
      "title",
      title,
      "kind",
      DEF + "soort/api",
      "theme",
      DEF + "thema/common-ground",
      "maintainer",
      "VNG Realisatie (organisatie/vng-realisatie)",
      "sourceText",
      "Een proef",
      "confidence",
      DEF + "betrouwbaarheid/hoog",
      "voorbeeld",
      "1",
      "reden",
      "Proef"
    };
  }

  @Test
  void who_may_not_change_records_has_no_form() throws Exception {
    HttpResponse<String> none = new Person(server.address()).get("/bewerken/standaard/zaken-api");
    assertEquals("/inloggen?verder=%2Fbewerken%2Fstandaard%2Fzaken-api", location(none));
    assertEquals(403, municipality.get("/bewerken/standaard/zaken-api").statusCode());
    assertEquals(404, editor.get("/bewerken/standaard/vergeten").statusCode());
    assertEquals(404, editor.get("/bewerken/versie/zaken-api").statusCode());
    assertEquals(404, editor.get("/bewerken/versie").statusCode());
  }

  @Test
  void a_form_that_nobody_changes_changes_nothing() throws Exception {
    for (String path :
        List.of(
            "standaard/zaken-api",
            "standaard/stuf-zkn",
            "standaard/aquo",
            "standaard/ai-verordening",
            "versie/zaken-api/1.5.1",
            "versie/" + rolling(),
            "besluit/2016-gibit",
            "organisatie/vng-bestuur",
            "component/refcomp-zaakregistratiecomponent")) {
      HttpResponse<String> response =
          send(editor, "/bewerken/" + path, "actie", "controleren", "reden", "Niets");
      assertTrue(response.body().contains("Er is niets gewijzigd"), path);
    }
  }

  @Test
  void a_change_is_published_by_who_may_and_keeps_what_the_form_does_not_show() throws Exception {
    // Of whether sources agree there is no field.
    Node record =
        server
            .catalogue()
            .snapshot()
            .graph()
            .find(Node.ANY, SC.DISAGREEMENT, Node.ANY)
            .mapWith(Triple::getSubject)
            .filterKeep(it -> Iris.kindOf(it).filter(ThingKind.STANDARD::equals).isPresent())
            .next();
    String slug = Iris.lastSegment(record);
    int before = record(record).size();
    String page = editor.get("/bewerken/standaard/" + slug).body();
    assertTrue(page.contains("Blijft zoals het is"), page);
    assertTrue(page.contains("href=\"/bewerken/versie?over=" + slug + "\""), page);
    String location =
        location(
            send(
                editor,
                "/bewerken/standaard/" + slug,
                "actie",
                "publiceren",
                "title.en",
                "Some standard",
                "reden",
                "Engelse titel"));
    assertEquals(Submission.State.ACCEPTED, submission(location).state());
    assertTrue(
        record(record)
            .contains(
                record,
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang("Some standard", "en")));
    assertEquals(before + 1, record(record).size());
    assertEquals(
        "Engelse titel",
        server.catalogue().commit(submission(location).verdict().commit()).orElseThrow().reason());
  }

  @Test
  void a_new_standard_and_its_version_are_one_draft_and_one_commit() throws Exception {
    Node record = Iris.standard("proef-van-de-redactie");
    String first =
        location(send(editor, "/bewerken/standaard", standard("Proef van de redactie", "concept")));
    assertTrue(first.startsWith("/bewerken/standaard/proef-van-de-redactie?concept="), first);
    Submission draft = submission(first);
    String version = "/bewerken/versie?concept=" + draft.id() + "&over=proef-van-de-redactie";
    assertTrue(
        editor.get("/voorstellen/" + draft.id()).body().contains("over=proef-van-de-redactie"));
    String second =
        location(
            send(
                editor,
                version,
                "actie",
                "concept",
                "title",
                "Proef van de redactie 1.0",
                "version",
                "1.0",
                "sourceText",
                "Een proef",
                "confidence",
                DEF + "betrouwbaarheid/hoog",
                "voorbeeld",
                "1",
                "reden",
                "Een proef met een versie"));
    assertTrue(second.startsWith("/bewerken/versie/proef-van-de-redactie/1.0?concept="), second);
    assertTrue(record(record).isEmpty());
    assertEquals(404, colleague.get("/voorstellen/" + draft.id()).statusCode());
    assertFalse(colleague.get("/voorstellen").body().contains(draft.id()));
    assertTrue(editor.get("/voorstellen").body().contains(draft.id()));
    long sequence = server.catalogue().snapshot().sequence();
    String page = editor.get("/voorstellen/" + draft.id()).body();
    location(
        editor.post(
            "/voorstellen/" + draft.id(),
            "zegel",
            Person.seal(page),
            "actie",
            "publiceren",
            "reden",
            "Een proef met een versie"));
    assertEquals(sequence + 1, server.catalogue().snapshot().sequence());
    assertTrue(record(record).contains(record, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS));
    Node made = Iris.version("proef-van-de-redactie", "1.0");
    assertTrue(record(made).contains(made, DCTerms.isVersionOf.asNode(), record));
  }

  @Test
  void what_the_rules_refuse_is_said_at_its_field_and_stays_typed() throws Exception {
    HttpResponse<String> response =
        send(
            editor,
            "/bewerken/standaard",
            "actie",
            "voorleggen",
            "title",
            "",
            "basedOn",
            "Geen bestaande standaard",
            "landingPage",
            "geen adres",
            "reden",
            "Proef");
    assertEquals(422, response.statusCode());
    String page = response.body();
    assertTrue(page.contains("id=\"title-fout\"") && page.contains("id=\"basedOn-fout\""), page);
    assertTrue(page.contains("Standard-landingPage"), page);
    assertTrue(page.contains("value=\"Geen bestaande standaard\""), page);
    assertTrue(page.contains("action=\"/bewerken/standaard\""), page);
    String english =
        send(editor, "/en/bewerken/standaard", "actie", "controleren", "title", "").body();
    assertTrue(english.contains("things are not right"), english);
  }

  @Test
  void who_presses_twice_is_led_to_what_the_first_time_did() throws Exception {
    for (String action : List.of("publiceren", "voorleggen")) {
      String path = "/bewerken/standaard";
      String page = editor.get(path).body();
      String[] fields = standard("Tweemaal " + action, action);
      String first = location(sendOf(editor, path, page, fields));
      long sequence = server.catalogue().snapshot().sequence();
      assertEquals(first, location(sendOf(editor, path, page, fields)));
      assertEquals(sequence, server.catalogue().snapshot().sequence());
    }
  }

  @Test
  void a_draft_that_was_handed_in_meanwhile_is_neither_taken_back_nor_lost() throws Exception {
    String path =
        location(
            send(editor, "/bewerken/standaard", standard("Proef met twee vensters", "concept")));
    Submission draft = submission(path);
    String page = editor.get(path).body();
    location(sendOf(editor, path, page, "actie", "voorleggen"));
    for (String action : List.of("concept", "voorleggen", "publiceren", "eruit")) {
      HttpResponse<String> late =
          sendOf(editor, path, page, "actie", action, "description", "Later getypt");
      assertEquals(412, late.statusCode(), action);
      assertTrue(late.body().contains("Later getypt"), late::body);
      assertTrue(late.body().contains("is er niet meer"), late::body);
      assertFalse(late.body().contains("name=\"concept\""), late::body);
    }
    assertEquals(Submission.State.OPEN, submissions.of(draft.id()).orElseThrow().state());
  }

  @Test
  void what_another_window_made_of_a_draft_is_not_overwritten_unseen() throws Exception {
    String path =
        location(send(editor, "/bewerken/standaard", standard("Proef in een venster", "concept")));
    Submission draft = submission(path);
    String page = editor.get(path).body();
    location(sendOf(editor, path, page, "actie", "concept", "description", "In het ene venster"));
    HttpResponse<String> late =
        sendOf(editor, path, page, "actie", "concept", "description", "In het andere venster");
    assertEquals(412, late.statusCode());
    assertTrue(submissions.of(draft.id()).toString().contains("In het ene venster"));
    location(sendOf(editor, path, late.body(), "actie", "concept"));
    assertTrue(submissions.of(draft.id()).toString().contains("In het andere venster"));
  }

  @Test
  void a_record_is_taken_out_of_a_draft() throws Exception {
    String first = location(send(editor, "/bewerken/standaard", standard("Eruit een", "concept")));
    Submission draft = submission(first);
    location(
        send(
            editor,
            "/bewerken/standaard?concept=" + draft.id(),
            standard("Eruit twee", "concept")));
    assertEquals(2, submissions.of(draft.id()).orElseThrow().changes().size());
    location(send(editor, first, "actie", "eruit"));
    assertEquals(
        List.of(Iris.standard("eruit-twee")),
        submissions.of(draft.id()).orElseThrow().changes().stream().map(Proposed::record).toList());
  }

  @Test
  void a_day_that_there_is_not_is_told_and_its_draft_can_be_looked_at() throws Exception {
    String path = "/bewerken/versie/zaken-api/1.5.1";
    HttpResponse<String> checked =
        send(editor, path, "actie", "controleren", "endOfSupport", "2026-02-31");
    assertEquals(422, checked.statusCode());
    assertTrue(checked.body().contains("id=\"endOfSupport-fout\""), checked::body);
    Submission draft =
        submission(location(send(editor, path, "actie", "concept", "endOfSupport", "2026-02-31")));
    HttpResponse<String> look = editor.get("/voorstellen/" + draft.id());
    assertEquals(200, look.statusCode());
    assertTrue(look.body().contains("2026-02-31"), look::body);
  }

  @Test
  void a_draft_holds_what_the_rules_refuse_until_it_is_handed_in() throws Exception {
    String[] fields = standard("Proef zonder soort", "concept");
    fields[5] = "";
    Submission draft = submission(location(send(editor, "/bewerken/standaard", fields)));
    assertEquals(Submission.State.DRAFT, draft.state());
    String page = editor.get("/voorstellen/" + draft.id()).body();
    String[] hand = {"zegel", Person.seal(page), "actie", "voorleggen", "reden", "Toch"};
    assertEquals(422, editor.post("/voorstellen/" + draft.id(), hand).statusCode());
    assertTrue(page.contains("Soort"), page);
    location(
        editor.post(
            "/voorstellen/" + draft.id(), "zegel", Person.seal(page), "actie", "weggooien"));
    assertTrue(submissions.of(draft.id()).isEmpty());
  }

  @Test
  void who_may_not_publish_hands_in_and_may_take_back() throws Exception {
    String path = "/bewerken/standaard/besluiten-api";
    assertFalse(colleague.get(path).body().contains("value=\"publiceren\""));
    String location =
        location(
            send(
                colleague, path, "actie", "voorleggen", "altLabel", "BRC", "reden", "Zo heet zij"));
    Submission open = submission(location);
    assertEquals(Submission.State.OPEN, open.state());
    assertTrue(editor.get("/voorstellen").body().contains(open.id()));
    String page = colleague.get(location).body();
    location(colleague.post(location, "zegel", Person.seal(page), "actie", "terugnemen"));
    assertEquals(Submission.State.DRAFT, submission(location).state());
  }

  @Test
  void what_was_changed_meanwhile_is_shown_together() throws Exception {
    Node record = Iris.standard("documenten-api");
    String path = "/bewerken/standaard/documenten-api";
    String page = editor.get(path).body();
    Graph changed = GraphFactory.createDefaultGraph();
    record(record).find().forEach(changed::add);
    changed.add(record, SKOS.altLabel.asNode(), NodeFactory.createLiteralString("Van een ander"));
    assertTrue(
        server
                .catalogue()
                .commit(
                    new Proposal(
                        "proef", REALISATION, "Proef", List.of(Change.put(record, changed))))
            instanceof Outcome.Recorded);
    HttpResponse<String> response =
        sendOf(
            editor, path, page, "actie", "publiceren", "title.en", "Documents", "reden", "Proef");
    assertEquals(412, response.statusCode());
    assertTrue(response.body().contains("Van een ander"), response::body);
    assertTrue(response.body().contains(">Documents</textarea>"), response::body);
    location(sendOf(editor, path, response.body(), "actie", "publiceren", "reden", "Proef"));
    assertTrue(
        record(record)
            .contains(
                record, SKOS.altLabel.asNode(), NodeFactory.createLiteralString("Van een ander")));
  }

  @Test
  void a_new_record_takes_the_place_of_no_other() throws Exception {
    for (String action : List.of("controleren", "concept", "voorleggen", "publiceren")) {
      HttpResponse<String> response =
          send(editor, "/bewerken/standaard", standard("Zaken API", action));
      assertEquals(422, response.statusCode(), action);
      assertTrue(response.body().contains("is of was er al iets"), response::body);
      assertTrue(response.body().contains("action=\"/bewerken/standaard\""), response::body);
    }
  }

  @Test
  void a_maintainer_publishes_its_own_standards_and_proposes_others() throws Exception {
    Person maintainer = person("beheer", REALISATION, Role.MAINTAINER);
    String own = "/bewerken/standaard/autorisaties-api";
    location(
        send(
            maintainer, own, "actie", "publiceren", "title.en", "Authorisation", "reden", "Proef"));
    String other = "/bewerken/standaard/aquo";
    assertFalse(maintainer.get(other).body().contains("value=\"publiceren\""));
    assertEquals(
        403,
        send(maintainer, other, "actie", "publiceren", "title.en", "Aquo", "reden", "Proef")
            .statusCode());
    String location =
        location(
            send(maintainer, other, "actie", "voorleggen", "title.en", "Aquo", "reden", "Proef"));
    assertEquals(Submission.State.OPEN, submission(location).state());
  }

  @Test
  void a_project_has_its_budget_and_a_version_its_place_on_the_web() throws Exception {
    Node project = Iris.project("proef-met-begroting");
    location(
        send(
            editor,
            "/bewerken/project",
            "actie",
            "publiceren",
            "title",
            "Proef met begroting",
            "goal",
            "Handelen als één branche (doel/een-branche)",
            "projectPhase",
            DEF + "projectfase/" + phase(),
            "budgetLine.begrotingsregel-1.amount",
            "12500.50",
            "budgetLine.begrotingsregel-1.currency",
            "EUR",
            "budgetLine.begrotingsregel-1.year",
            "2027",
            "voorbeeld",
            "1",
            "reden",
            "Proef"));
    Node line = Iris.part(project, "begrotingsregel-1");
    assertTrue(
        record(project)
            .contains(
                line, SC.AMOUNT, NodeFactory.createLiteralDT("12500.50", XSDDatatype.XSDdecimal)));
    Node version = Iris.version("zaken-api", "1.5.1");
    location(
        send(
            editor,
            "/bewerken/versie/zaken-api/1.5.1",
            "actie",
            "publiceren",
            "distribution.specificatie.accessURL",
            "https://example.org/nieuw-adres",
            "reden",
            "Verhuisd"));
    assertTrue(
        record(version)
            .contains(
                Iris.part(version, "specificatie"),
                DCAT.accessURL.asNode(),
                NodeFactory.createURI("https://example.org/nieuw-adres")));
  }

  @Test
  void a_project_has_stages_and_targets_and_is_funded_after_an_advice() throws Exception {
    Node project = Iris.project("proef-met-streefcijfer");
    location(
        send(
            editor,
            "/bewerken/project",
            "actie",
            "publiceren",
            "title",
            "Proef met streefcijfer",
            "goal",
            "Handelen als één branche (doel/een-branche)",
            "projectPhase",
            DEF + "projectfase/" + phase(),
            "yields",
            "Zaken API-standaard (standaard/zaken-api)",
            "stage.fase-met-datum-1.projectPhase",
            DEF + "projectfase/" + phase(),
            "stage.fase-met-datum-1.validFrom",
            "2026-01",
            "adoptionTarget.streefcijfer-1.concerns",
            "Zaken API-standaard (standaard/zaken-api)",
            "adoptionTarget.streefcijfer-1.targetNumber",
            "200",
            "adoptionTarget.streefcijfer-1.dueOn",
            "2028",
            "voorbeeld",
            "1",
            "reden",
            "Proef"));
    assertTrue(
        record(project)
            .contains(
                Iris.part(project, "streefcijfer-1"),
                SC.TARGET_NUMBER,
                NodeFactory.createLiteralDT("200", XSDDatatype.XSDinteger)));
    assertTrue(record(project).contains(project, SC.STAGE, Iris.part(project, "fase-met-datum-1")));
    location(
        send(
            colleague,
            "/bewerken/advies",
            "actie",
            "publiceren",
            "title",
            "Geef geld aan de proef",
            "adviceBody",
            "VNG (organisatie/vng)",
            "advisedOn",
            "2026-02-01",
            "project",
            "Proef met streefcijfer (project/proef-met-streefcijfer)",
            "adviceOutcome",
            DEF + "advies-uitkomst/positief",
            "amount",
            "1000.00",
            "requestedAmount",
            "1000.00",
            "currency",
            "EUR",
            "voorbeeld",
            "1",
            "reden",
            "Proef"));
    Node advice = Iris.thingAt("advies/2026-geef-geld-aan-de-proef");
    assertTrue(record(advice).contains(advice, SC.PROJECT, project));
    location(
        send(
            colleague,
            "/bewerken/besluit",
            "actie",
            "publiceren",
            "title",
            "Geld voor de proef",
            "decisionBody",
            "VNG (organisatie/vng)",
            "decisionKind",
            DEF + "besluitsoort/bestuursbesluit",
            "decidedOn",
            "2026-03-01",
            "onAdviceOf",
            "Geef geld aan de proef (advies/2026-geef-geld-aan-de-proef)",
            "project",
            "Proef met streefcijfer (project/proef-met-streefcijfer)",
            "amount",
            "1000.00",
            "currency",
            "EUR",
            "sourceText",
            "Proef",
            "confidence",
            DEF + "betrouwbaarheid/hoog",
            "voorbeeld",
            "1",
            "reden",
            "Proef"));
    Node decision = Iris.decision("2026", "geld-voor-de-proef");
    assertTrue(record(decision).contains(decision, SC.PROJECT, project));
  }

  /** One of the phases that the form lets one choose from. */
  private static String phase() throws Exception {
    Matcher phase =
        Pattern.compile("name=\"projectPhase\" value=\"[^\"]+/([a-z-]+)\"")
            .matcher(editor.get("/bewerken/project").body());
    assertTrue(phase.find());
    return phase.group(1);
  }

  @Test
  void what_was_filled_in_when_a_session_ended_is_a_draft_after_logging_in() throws Exception {
    String password = password("terug", REALISATION, Role.EDITOR);
    Person person = new Person(server.address());
    HttpResponse<String> asked =
        person.post("/bewerken/standaard", standard("Proef zonder sessie", "publiceren"));
    assertEquals(403, asked.statusCode());
    String location = location(person.loginAt(asked.body(), "terug", password));
    assertTrue(location.startsWith("/bewerken/standaard/proef-zonder-sessie?concept="), location);
    assertEquals(Submission.State.DRAFT, submission(location).state());
    assertTrue(person.get(location).body().contains(">Proef zonder sessie</textarea>"));
  }

  @Test
  void a_relation_is_made_changed_and_taken_away_with_what_it_says_directly() throws Exception {
    Node record = Iris.standard("proef-met-relatie");
    Node gone = Iris.component("refcomp-zaakregistratiecomponent");
    Node there = Iris.standard("zaken-api");
    Node relation = NodeFactory.createURI(record.getURI() + "#relatie-1");
    String name = "relation.relatie-1.";
    List<String> fields = new ArrayList<>(List.of(standard("Proef met relatie", "publiceren")));
    fields.addAll(
        List.of(
            name + "relationType",
            SC.APPLIES_TO.getURI(),
            name + "to",
            "Zaakregistratiecomponent (component/refcomp-zaakregistratiecomponent)",
            name + "qualifier",
            DEF + "gemma-kwalificatie/aanbevolen",
            name + "sourceText",
            "Een proef",
            name + "confidence",
            DEF + "betrouwbaarheid/hoog"));
    location(send(editor, "/bewerken/standaard", fields.toArray(String[]::new)));
    assertTrue(record(record).contains(record, SC.APPLIES_TO, gone));
    assertTrue(record(record).contains(relation, SC.FROM, record));

    String path = "/bewerken/standaard/proef-met-relatie";
    String[] other = {
      "actie",
      "publiceren",
      "reden",
      "Toch niet",
      name + "relationType",
      SC.RELATED_TO.getURI(),
      name + "to",
      "Zaken (standaard/zaken-api)"
    };
    location(send(editor, path, other));
    assertFalse(record(record).contains(record, SC.APPLIES_TO, gone));
    assertTrue(record(record).contains(record, SC.RELATED_TO, there));

    location(send(editor, path, "actie", "publiceren", "reden", "Weg", name + "weg", "1"));
    assertFalse(record(record).contains(record, SC.RELATED_TO, there));
    assertFalse(record(record).contains(record, SC.RELATION, relation));
  }

  /** What stands behind the kind in the address of the form of a rolling version. */
  private static String rolling() {
    return server
        .catalogue()
        .snapshot()
        .graph()
        .find(Node.ANY, SC.ROLLING, Node.ANY)
        .next()
        .getSubject()
        .getURI()
        .replaceFirst(".*/id/standaard/", "")
        .replaceFirst("/versie/", "/");
  }

  @Test
  void a_version_is_made_a_rolling_one_and_no_rolling_one_and_neither() throws Exception {
    String path = "/bewerken/versie/zaken-api/1.5.0";
    Node version = Iris.version("zaken-api", "1.5.0");
    assertFalse(record(version).contains(version, SC.ROLLING, Node.ANY));
    for (String said : List.of("true", "false", "")) {
      location(send(editor, path, "actie", "publiceren", "rolling", said, "reden", "Proef"));
      List<Node> rolling =
          record(version).find(version, SC.ROLLING, Node.ANY).mapWith(Triple::getObject).toList();
      assertEquals(
          said.isEmpty()
              ? List.of()
              : List.of(NodeFactory.createLiteralDT(said, XSDDatatype.XSDboolean)),
          rolling);
      String shown = editor.get(path).body();
      assertTrue(shown.matches("(?s).*name=\"rolling\" value=\"" + said + "\" checked.*"), shown);
    }
  }

  @Test
  void what_a_standard_is_tested_with_is_added_changed_and_taken_away() throws Exception {
    String path = "/bewerken/standaard/catalogi-api";
    Node standard = Iris.standard("catalogi-api");
    Node added = Iris.part(standard, "toetsinstrument-1");
    String name = "conformanceInstrument.toetsinstrument-1.";
    String[] fields = {
      "actie",
      "publiceren",
      "reden",
      "Proef",
      name + "title",
      "Proefbank",
      name + "page",
      "https://example.org/proefbank"
    };
    location(send(editor, path, fields));
    assertTrue(record(standard).contains(standard, SC.CONFORMANCE_INSTRUMENT, added));
    assertTrue(
        new Person(server.address())
            .get("/standaarden/catalogi-api")
            .body()
            .contains("https://example.org/proefbank"));
    fields[7] = "geen adres";
    HttpResponse<String> refused = send(editor, path, fields);
    assertEquals(422, refused.statusCode());
    assertTrue(
        refused.body().contains("conformanceInstrument-toetsinstrument-1-page-fout"),
        refused::body);
    location(send(editor, path, "actie", "publiceren", "reden", "Weg", name + "weg", "1"));
    assertFalse(record(standard).contains(added, Node.ANY, Node.ANY));
  }

  @Test
  void a_relation_that_ended_keeps_its_last_day_and_stands_no_longer_directly() throws Exception {
    String path = "/bewerken/standaard/proef-met-einde";
    Node record = Iris.standard("proef-met-einde");
    Node other = Iris.standard("zaken-api");
    String name = "relation.relatie-1.";
    List<String> fields = new ArrayList<>(List.of(standard("Proef met einde", "publiceren")));
    fields.addAll(
        List.of(
            name + "relationType",
            SC.RELATED_TO.getURI(),
            name + "to",
            "Zaken (standaard/zaken-api)",
            name + "sourceText",
            "Een proef",
            name + "confidence",
            DEF + "betrouwbaarheid/hoog"));
    location(send(editor, "/bewerken/standaard", fields.toArray(String[]::new)));
    String former = "formerRelation.vervallen-relatie-1.";
    String[] ended = {
      "actie",
      "publiceren",
      "reden",
      "Voorbij",
      former + "predicate",
      SC.RELATED_TO.getURI(),
      former + "object",
      "Zaken (standaard/zaken-api)",
      former + "validUntil.dag",
      "30",
      former + "validUntil.maand",
      "6",
      former + "validUntil.jaar",
      "2026",
      former + "sourceText",
      "Een proef",
      former + "confidence",
      DEF + "betrouwbaarheid/hoog"
    };
    String advice =
        sendOf(editor, path, editor.get(path).body(), with(ended, "controleren")).body();
    assertTrue(advice.contains("FormerRelation-heldNoMore"), advice);
    String[] taken = with(ended, "publiceren", name + "weg", "1");
    location(send(editor, path, taken));
    Node part = Iris.part(record, "vervallen-relatie-1");
    assertFalse(record(record).contains(record, SC.RELATED_TO, other));
    assertTrue(record(record).contains(record, SC.FORMER_RELATION, part));
    assertTrue(record(record).contains(part, RDF.subject.asNode(), record));
    assertTrue(
        record(record)
            .contains(
                part,
                SC.VALID_UNTIL,
                NodeFactory.createLiteralDT("2026-06-30", XSDDatatype.XSDdate)));
    String unchanged = send(editor, path, "actie", "controleren", "reden", "Niets").body();
    assertTrue(unchanged.contains("Er is niets gewijzigd"), unchanged);
    String shown = editor.get(path).body();
    assertFalse(shown.contains("Blijft zoals het is"), shown);
  }

  private static String[] with(String[] fields, String action, String... more) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.set(1, action);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void parts_of_parts_have_names_of_their_own_and_go_with_what_they_are_part_of() throws Exception {
    String path = "/bewerken/procedure/2026-proef-met-stappen";
    String track = DEF + "procedurespoor/vng";
    List<String> fields =
        new ArrayList<>(
            List.of(
                "actie",
                "publiceren",
                "reden",
                "Proef",
                "title",
                "Proef met stappen",
                "concerns",
                "Zaken API (standaard/zaken-api)",
                "procedureKind",
                DEF + "proceduresoort/nieuwe-versie",
                "procedureTrack",
                track,
                "sourceText",
                "Een proef",
                "voorbeeld",
                "1"));
    String[] kinds = {"intake", "openbare-consultatie"};
    for (int i = 1; i <= 2; i++) {
      String step = "step.stap-" + i + ".";
      fields.addAll(
          List.of(
              step + "stepKind",
              DEF + "procedurestap/" + kinds[i - 1],
              step + "beginsOn",
              "2026-0" + i + "-01",
              step + "endsOn",
              "2026-0" + i + "-20"));
    }
    location(send(editor, "/bewerken/procedure", fields.toArray(String[]::new)));
    String page = editor.get(path).body();
    for (int i = 1; i <= 2; i++) {
      String name = "step.stap-" + i + ".reaction.stap-" + i + "-reactie-1.";
      assertTrue(page.contains("name=\"" + name + "description\""), page);
      location(
          send(
              editor,
              path,
              "actie",
              "publiceren",
              "reden",
              "Een reactie",
              name + "reactedBy",
              "Groningen (gemeente/gm0014)",
              name + "description",
              "Nr " + i,
              name + "reactedOn.dag",
              "10",
              name + "reactedOn.maand",
              "" + i,
              name + "reactedOn.jaar",
              "2026"));
    }
    Node record = Iris.thingAt("procedure/2026-proef-met-stappen");
    assertEquals(2, record(record).find(Node.ANY, SC.REACTION, Node.ANY).toList().size());
    assertTrue(
        record(record).contains(Node.ANY, Node.ANY, NodeFactory.createLiteralLang("Nr 1", "nl")));
    location(send(editor, path, "actie", "publiceren", "reden", "Weg", "step.stap-2.weg", "1"));
    assertEquals(1, record(record).find(Node.ANY, SC.REACTION, Node.ANY).toList().size());
  }

  @Test
  void all_that_is_missing_is_told_at_once_the_reason_at_its_own_field() throws Exception {
    String[] fields = standard("Proef zonder reden", "voorleggen");
    fields[5] = "";
    fields[fields.length - 1] = "";
    HttpResponse<String> response = send(editor, "/bewerken/standaard", fields);
    assertEquals(422, response.statusCode());
    String page = response.body();
    assertTrue(page.contains("<a href=\"#reden\">Zeg waarom u deze wijziging wilt.</a>"), page);
    assertTrue(page.matches("(?s).*id=\"reden\"[^>]*aria-invalid=\"true\".*"), page);
    assertTrue(page.contains("<a href=\"#kind\">") && page.contains("id=\"kind-fout\""), page);
    fields[5] = DEF + "soort/api";
    HttpResponse<String> reasonless = send(editor, "/bewerken/standaard", fields);
    assertEquals(422, reasonless.statusCode());
    assertTrue(reasonless.body().contains("id=\"reden-fout\""), reasonless::body);
    assertTrue(submissions.all(it -> it.toString().contains("Proef zonder reden")).isEmpty());
  }

  @Test
  void what_there_is_nothing_to_choose_about_is_filled_in_by_itself() throws Exception {
    String form = editor.get("/bewerken/project").body();
    assertFalse(form.contains("type=\"radio\" id=\"budgetLine-begrotingsregel-1-currency"), form);
    String location =
        location(
            send(
                editor,
                "/bewerken/project",
                "actie",
                "concept",
                "title",
                "Proef in euro",
                "budgetLine.begrotingsregel-1.amount",
                "100"));
    Graph made = submission(location).changes().get(0).graph();
    Node line = Iris.part(Iris.project("proef-in-euro"), "begrotingsregel-1");
    assertTrue(made.contains(line, SC.CURRENCY, NodeFactory.createLiteralString("EUR")));
    Graph none =
        submission(
                location(
                    send(editor, "/bewerken/project", "actie", "concept", "title", "Zonder geld")))
            .changes()
            .get(0)
            .graph();
    assertFalse(none.contains(Node.ANY, SC.CURRENCY, Node.ANY));
  }

  @Test
  void a_choice_is_told_from_one_of_the_same_name_and_named_in_words() throws Exception {
    String form = editor.get("/bewerken/standaard/zaken-api").body();
    Matcher choices =
        Pattern.compile(
                "type=\"radio\" id=\"[^\"]*\" name=\"(?:status|relation)\\.([^\"]*)\" value=\"[^\"]*\""
                    + "[^>]*><span><label for=\"[^\"]*\">([^<]*)<")
            .matcher(form);
    List<String> labels = new ArrayList<>();
    while (choices.find()) {
      String label = choices.group(1) + " " + choices.group(2);
      assertFalse(label.matches(".* (isPartOf|replaces|requires|basedOn)"), label);
      labels.add(label);
    }
    assertTrue(labels.stream().anyMatch(it -> it.endsWith(" vervangt")), labels::toString);
    assertTrue(
        labels.stream().anyMatch(it -> it.matches(".*statusValue .+: [Vv]erplicht")),
        labels::toString);
    assertEquals(labels.size(), labels.stream().distinct().count(), labels::toString);
  }

  @Test
  void messages_name_fields_as_the_form_does() throws Exception {
    HttpResponse<String> response =
        send(
            editor,
            "/bewerken/procedure",
            "actie",
            "controleren",
            "title",
            "Proef met een stap",
            "concerns",
            "Zaken API (standaard/zaken-api)",
            "procedureKind",
            DEF + "proceduresoort/nieuwe-versie",
            "procedureTrack",
            DEF + "procedurespoor/vng",
            "sourceText",
            "Een proef",
            "voorbeeld",
            "1",
            "step.stap-1.stepKind",
            DEF + "procedurestap/openbare-consultatie",
            "step.stap-1.beginsOn",
            "ooit");
    assertEquals(422, response.statusCode());
    String page = response.body();
    assertTrue(page.contains("JJJJ-MM of JJJJ."), page);
    assertFalse(page.contains("datatype dat daarbij hoort"), page);
    assertFalse(Pattern.compile("\\b(sc|dct|skos|dcat|adms):[a-zA-Z]+").matcher(page).find(), page);
    assertTrue(page.contains("‘eindigt op’"), page);
  }

  @Test
  void more_rows_come_where_they_were_asked_for_and_a_version_says_of_what_it_is()
      throws Exception {
    String form = editor.get("/bewerken/versie?over=zaken-api").body();
    assertTrue(form.contains("<h1>Nieuwe versie van Zaken"), form);
    assertTrue(form.contains("id=\"meer\"") && form.contains("#meer\""), form);
  }

  @Test
  void a_record_can_be_proposed_to_end() throws Exception {
    String path = "/bewerken/organisatie/college-standaardisatie";
    HttpResponse<String> response = send(editor, path, "actie", "verwijderen", "reden", "Proef");
    Submission draft = submission(location(response));
    assertTrue(draft.changes().get(0).ends());
    assertEquals(Submission.State.DRAFT, draft.state());
  }

  @Test
  void an_end_that_was_recorded_before_its_answer_was_noted_is_answered_with_that()
      throws Exception {
    Node record = Iris.standard("proef-die-eindigt");
    location(send(editor, "/bewerken/standaard", standard("Proef die eindigt", "publiceren")));
    String path = "/bewerken/standaard/proef-die-eindigt";
    Submission end =
        submission(location(send(editor, path, "actie", "verwijderen", "reden", "Proef")));
    Outcome gone =
        server.catalogue().commit(new Proposal("proef", REALISATION, "Proef", end.asked()));
    assertTrue(gone instanceof Outcome.Recorded, gone::toString);
    assertTrue(record(record).isEmpty());
    Moderation moderation =
        new Moderation(server.catalogue(), submissions, false, Clock.systemUTC());
    assertTrue(moderation.keep(moderation.open(end, true)) instanceof Moderation.Ending.Kept);
    String page = editor.get("/voorstellen/" + end.id()).body();
    Matcher seal = Pattern.compile("name=\"stand\" value=\"([^\"]+)\"").matcher(page);
    assertTrue(seal.find(), page);
    location(
        editor.post(
            "/voorstellen/" + end.id(),
            "zegel",
            Person.seal(page),
            "stand",
            seal.group(1),
            "actie",
            "aanvaarden",
            "reden",
            "Ja"));
    assertEquals(
        server.catalogue().snapshot().sequence(),
        submissions.of(end.id()).orElseThrow().verdict().commit());
  }
}
