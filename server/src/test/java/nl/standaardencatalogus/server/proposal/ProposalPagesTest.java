package nl.standaardencatalogus.server.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.mine.Person;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals in a browser without script, on the curated catalogue. */
class ProposalPagesTest {
  private static final Node REALISATION = Iris.organisation("vng-realisatie");
  private static final Pattern SEAL = Pattern.compile("name=\"stand\" value=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Submissions submissions;
  private static Person editor;
  private static Person municipality;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    submissions = new Submissions(folder.resolve("proposals"), 300);
    editor = person("redactie", REALISATION, Role.EDITOR);
    municipality = person("gemeente", Iris.municipality("gm0363"), Role.MUNICIPALITY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Person person(String login, Node organisation, Role role) throws Exception {
    return Person.at(server, login, login, organisation, role);
  }

  private static Graph with(Node record, Node property, String text) {
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(record).find().forEach(graph::add);
    graph.add(record, property, NodeFactory.createLiteralString(text));
    return graph;
  }

  private static Submission proposed(Node record, String name, Author author) {
    long based = server.catalogue().snapshot().current(record).orElseThrow().revision();
    Submission submission =
        new Moderation(server.catalogue(), submissions, true, Clock.systemUTC())
            .fresh(
                author,
                "Zo heet zij ook",
                true,
                List.of(
                    Change.put(record, with(record, SKOS.altLabel.asNode(), name)).basedOn(based)));
    assertTrue(submissions.keep(submission));
    return submission;
  }

  private static Author amsterdam() {
    return new Author("ander", "informatiebeheer", Iris.municipality("gm0363"));
  }

  private static HttpResponse<String> answer(Person person, Submission of, String... fields)
      throws Exception {
    String path = "/voorstellen/" + of.id();
    String page = person.get(path).body();
    Matcher seal = SEAL.matcher(page);
    String[] all = new String[fields.length + 4];
    all[0] = "zegel";
    all[1] = Person.seal(page);
    all[2] = "stand";
    all[3] = seal.find() ? seal.group(1) : "geen";
    System.arraycopy(fields, 0, all, 4, fields.length);
    return person.post(path, all);
  }

  private static Submission now(Submission of) {
    return submissions.of(of.id()).orElseThrow();
  }

  @Test
  void who_is_not_logged_in_is_sent_to_log_in_and_then_on() throws Exception {
    HttpResponse<String> response = new Person(server.address()).get("/voorstellen");
    assertEquals(303, response.statusCode());
    assertTrue(
        response.headers().firstValue("Location").orElse("").endsWith("verder=%2Fvoorstellen"));
  }

  @Test
  void an_editor_sees_what_would_change_and_accepts_it() throws Exception {
    Node record = Iris.standard("zaken-api");
    Submission proposal = proposed(record, "ZAKEN-proef", amsterdam());
    assertTrue(editor.get("/voorstellen").body().contains(proposal.id()));
    String page = editor.get("/voorstellen/" + proposal.id()).body();
    assertTrue(page.contains("ZAKEN-proef") && page.contains("Zo heet zij ook"), page);
    assertEquals(422, answer(editor, proposal, "actie", "aanvaarden", "reden", " ").statusCode());
    HttpResponse<String> response =
        answer(editor, proposal, "actie", "aanvaarden", "reden", "Klopt");
    assertEquals(303, response.statusCode(), response::body);
    assertEquals(Submission.State.ACCEPTED, now(proposal).state());
    assertTrue(
        server
            .catalogue()
            .snapshot()
            .record(record)
            .contains(
                record, SKOS.altLabel.asNode(), NodeFactory.createLiteralString("ZAKEN-proef")));
  }

  @Test
  void what_was_accepted_keeps_the_name_of_then_and_tells_who_proposed_it() throws Exception {
    Node record = Iris.standard("haven");
    Node title = DCTerms.title.asNode();
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(record).find().forEach(graph::add);
    graph.remove(record, title, Node.ANY);
    graph.add(record, title, NodeFactory.createLiteralLang("Haven van toen", "nl"));
    long based = server.catalogue().snapshot().current(record).orElseThrow().revision();
    Submission proposal =
        new Moderation(server.catalogue(), submissions, true, Clock.systemUTC())
            .fresh(amsterdam(), "Proef", true, List.of(Change.put(record, graph).basedOn(based)));
    assertTrue(submissions.keep(proposal));
    assertEquals(
        303, answer(editor, proposal, "actie", "aanvaarden", "reden", "Klopt").statusCode());
    String page = editor.get("/standaarden/haven").body();
    assertTrue(page.contains("voorgesteld namens Amsterdam"), page);
    Graph later = GraphFactory.createDefaultGraph();
    graph.find().forEach(later::add);
    later.remove(record, title, Node.ANY);
    later.add(record, title, NodeFactory.createLiteralLang("Haven van nu", "nl"));
    Proposal other =
        new Proposal("proef", REALISATION, "Proef", List.of(Change.put(record, later)));
    assertTrue(server.catalogue().commit(other) instanceof Outcome.Recorded);
    String told = editor.get("/voorstellen/" + proposal.id()).body();
    String heading = told.substring(told.indexOf("<h1>"), told.indexOf("</h1>"));
    assertTrue(heading.contains("Haven van toen"), heading);
    assertFalse(told.contains("Haven van nu"), told);
  }

  @Test
  void a_rejection_is_read_by_who_proposed() throws Exception {
    Author author = new Author("ander", "gemeente", Iris.municipality("gm0363"));
    Submission proposal = proposed(Iris.standard("besluiten-api"), "Besluit-proef", author);
    long before = server.catalogue().snapshot().sequence();
    answer(editor, proposal, "actie", "afwijzen", "reden", "Nergens te vinden");
    assertEquals(before, server.catalogue().snapshot().sequence());
    String page = municipality.get("/voorstellen/" + proposal.id()).body();
    assertTrue(page.contains("Nergens te vinden") && page.contains("afgewezen"), page);
  }

  @Test
  void who_may_not_change_it_neither_sees_nor_answers_it() throws Exception {
    Submission other =
        proposed(
            Iris.standard("catalogi-api"),
            "Catalogi-proef",
            new Author("derde", "elders", Iris.municipality("gm0344")));
    assertEquals(404, municipality.get("/voorstellen/" + other.id()).statusCode());
    Author author = new Author("ander", "gemeente", Iris.municipality("gm0363"));
    Submission own = proposed(Iris.standard("catalogi-api"), "Eigen-proef", author);
    assertFalse(municipality.get("/voorstellen/" + own.id()).body().contains("aanvaarden"));
    assertEquals(
        403, answer(municipality, own, "actie", "aanvaarden", "reden", "Graag").statusCode());
  }

  @Test
  void who_presses_twice_reads_what_the_first_time_did() throws Exception {
    Submission proposal = proposed(Iris.standard("zaken-api"), "ZAKEN-dubbel", amsterdam());
    String path = "/voorstellen/" + proposal.id();
    String page = editor.get(path).body();
    Matcher seal = SEAL.matcher(page);
    assertTrue(seal.find());
    String[] fields = {
      "zegel", Person.seal(page), "stand", seal.group(1), "actie", "aanvaarden", "reden", "Klopt"
    };
    assertEquals(303, editor.post(path, fields).statusCode());
    long sequence = server.catalogue().snapshot().sequence();
    assertEquals(303, editor.post(path, fields).statusCode());
    assertEquals(sequence, server.catalogue().snapshot().sequence());
    fields[5] = "afwijzen";
    assertEquals(412, editor.post(path, fields).statusCode());
    assertEquals(Submission.State.ACCEPTED, now(proposal).state());
  }

  @Test
  void an_own_proposal_waits_for_another() throws Exception {
    Submission own =
        proposed(
            Iris.standard("autorisaties-api"),
            "Autorisatie-proef",
            new Author("redactie", "redactie", REALISATION));
    String page = editor.get("/voorstellen/" + own.id()).body();
    assertFalse(page.contains("value=\"aanvaarden\""), page);
    assertEquals(403, answer(editor, own, "actie", "aanvaarden", "reden", "Zelf").statusCode());
    assertEquals(Submission.State.OPEN, now(own).state());
  }

  @Test
  void what_was_overtaken_elsewhere_is_brought_up_to_date_and_then_accepted() throws Exception {
    Node record = Iris.standard("notificaties-api");
    Submission proposal = proposed(record, "Notificatie-proef", amsterdam());
    Graph changed = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(record).find().forEach(changed::add);
    changed.remove(record, DCTerms.title.asNode(), Node.ANY);
    changed.add(
        record, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Notificaties, nu", "nl"));
    Proposal other =
        new Proposal("proef", REALISATION, "Proef", List.of(Change.put(record, changed)));
    assertTrue(server.catalogue().commit(other) instanceof Outcome.Recorded);
    String page = editor.get("/voorstellen/" + proposal.id()).body();
    assertTrue(page.contains("value=\"bijwerken\"") && page.contains("Is nu"), page);
    assertEquals(
        422, answer(editor, proposal, "actie", "aanvaarden", "reden", "Klopt").statusCode());
    assertEquals(303, answer(editor, proposal, "actie", "bijwerken").statusCode());
    assertEquals(
        303, answer(editor, proposal, "actie", "aanvaarden", "reden", "Klopt").statusCode());
    Graph now = server.catalogue().snapshot().record(record);
    assertTrue(
        now.contains(
            record,
            DCTerms.title.asNode(),
            NodeFactory.createLiteralLang("Notificaties, nu", "nl")));
    assertTrue(
        now.contains(
            record, SKOS.altLabel.asNode(), NodeFactory.createLiteralString("Notificatie-proef")));
  }
}
