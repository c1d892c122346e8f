package nl.standaardencatalogus.server.gemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.mine.Person;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages where an editor takes a release over, without script, on a small catalogue. */
class ReleasePagesTest {
  private static final Pattern SEEN = Pattern.compile("name=\"gezien\" value=\"([^\"]+)\"");

  @TempDir private Path folder;
  private TestServer server;
  private Person editor;

  @BeforeEach
  void start() throws Exception {
    SmallGemma.fill(folder);
    serve("FOUR_EYES", "false");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void serve(String... settings) throws Exception {
    server = TestServer.on(folder, settings);
    editor = person("redactie", "vng-realisatie");
  }

  private Person person(String login, String organisation) throws Exception {
    return Person.at(server, login, login, Iris.organisation(organisation), Role.EDITOR);
  }

  private static MadeUp next() {
    return SmallGemma.release("2026-07-01")
        .element("n", "ApplicationComponent", "Nieuw", "GEMMA type", "Referentiecomponent")
        .element("d", "ApplicationComponent", "Dossiers", "GEMMA type", "Referentiecomponent")
        .element(
            "s",
            "Constraint",
            "Post API",
            "GEMMA type",
            "Standaard",
            "GEMMA status",
            "Einde ondersteuning");
  }

  private HttpResponse<String> send(String page, String xml) throws Exception {
    return editor.upload(page, "release.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  private String sent(String page, String xml) throws Exception {
    HttpResponse<String> answer = send(page, xml);
    assertEquals(303, answer.statusCode(), answer::body);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> take(String path, String page) throws Exception {
    Matcher seen = SEEN.matcher(page);
    assertTrue(seen.find(), page);
    return editor.post(
        path, "zegel", Person.seal(page), "gezien", seen.group(1), "actie", "overnemen");
  }

  private long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  @Test
  void what_contradicts_a_decision_is_shown_first_and_nothing_recorded() throws Exception {
    long before = sequence();
    String page = editor.get(sent(ReleasePages.PATH, next().xml())).body();
    int contradicting = page.indexOf("<section class=\"block\" id=\"contradicting\">");
    int added = page.indexOf("<section class=\"block\" id=\"added\">");
    int changed = page.indexOf("<section class=\"block\" id=\"changed\">");
    assertTrue(0 < contradicting && contradicting < added && added < changed, page);
    assertTrue(page.contains("Post API: pas toe of leg uit"), page);
    assertTrue(page.contains("Einde ondersteuning"), page);
    assertTrue(page.contains("Dossiers"), page);
    assertEquals(before, sequence());
  }

  @Test
  void it_is_told_in_english_too() throws Exception {
    String path = sent("/en" + ReleasePages.PATH, next().xml());
    assertTrue(path.startsWith("/en/"), path);
    String page = editor.get(path).body();
    assertTrue(page.contains("Contradicts a decision"), page);
    assertFalse(page.contains("Strookt niet"), page);
  }

  @Test
  void what_was_shown_becomes_one_commit_however_often_it_is_pressed() throws Exception {
    long before = sequence();
    String path = sent(ReleasePages.PATH, next().xml());
    String page = editor.get(path).body();
    HttpResponse<String> taken = take(path, page);
    assertEquals(303, taken.statusCode(), taken::body);
    assertEquals(before + 1, sequence());
    String at = "/commits/" + sequence();
    assertEquals(at, taken.headers().firstValue("Location").orElse(""));
    Commit commit = server.catalogue().commit(sequence()).orElseThrow();
    assertTrue(commit.reason().contains("GEMMA-release van 2026-07-01"), commit::reason);
    assertEquals(at, take(path, page).headers().firstValue("Location").orElse(""));
    assertEquals(before + 1, sequence());
    String again = editor.get(sent(ReleasePages.PATH, next().xml())).body();
    assertTrue(again.contains("Er is niets over te nemen"), again);
  }

  @Test
  void what_differs_otherwise_than_was_shown_is_shown_again_and_not_taken() throws Exception {
    String first = sent(ReleasePages.PATH, next().xml());
    String seen = editor.get(first).body();
    String other = sent(ReleasePages.PATH, SmallGemma.release("2026-06-30").without("d").xml());
    assertEquals(303, take(other, editor.get(other).body()).statusCode());
    long before = sequence();
    HttpResponse<String> late = take(first, seen);
    assertEquals(412, late.statusCode());
    assertEquals(before, sequence());
    assertTrue(late.body().contains("Er is niets overgenomen"), late::body);
    assertEquals(303, take(first, late.body()).statusCode());
    assertEquals(before + 1, sequence());
  }

  @Test
  void with_four_eyes_it_becomes_a_proposal_that_another_accepts() throws Exception {
    server.close();
    serve();
    long before = sequence();
    String path = sent(ReleasePages.PATH, next().xml());
    HttpResponse<String> handed = take(path, editor.get(path).body());
    String proposal = handed.headers().firstValue("Location").orElseThrow();
    assertTrue(proposal.startsWith("/voorstellen/"), proposal);
    assertEquals(before, sequence());
    Person other = person("ander", "vng");
    String page = other.get(proposal).body();
    Matcher state = Pattern.compile("name=\"stand\" value=\"([^\"]+)\"").matcher(page);
    assertTrue(state.find(), page);
    HttpResponse<String> accepted =
        other.post(
            proposal,
            "zegel",
            Person.seal(page),
            "stand",
            state.group(1),
            "reden",
            "Gezien",
            "actie",
            "aanvaarden");
    assertEquals(303, accepted.statusCode(), accepted::body);
    assertEquals(before + 1, sequence());
  }

  @Test
  void a_broken_file_is_refused_with_line_and_reason() throws Exception {
    String xml = next().xml();
    int at = xml.indexOf("</elements>");
    String broken = xml.substring(0, at) + "</element>" + xml.substring(at);
    HttpResponse<String> answer = send(ReleasePages.PATH, broken);
    assertEquals(422, answer.statusCode());
    long line = xml.substring(0, at).lines().count() + 1;
    assertTrue(answer.body().contains("geweigerd om regel " + line + "."), answer::body);
    assertTrue(answer.body().contains("no well-formed XML"), answer::body);
  }

  @Test
  void no_file_and_no_day_are_asked_for() throws Exception {
    HttpResponse<String> none = editor.upload(ReleasePages.PATH, "", new byte[0]);
    assertEquals(422, none.statusCode());
    assertTrue(none.body().contains("Kies eerst een bestand"), none::body);
    HttpResponse<String> day = send(ReleasePages.PATH, SmallGemma.release("zomer").xml());
    assertEquals(422, day.statusCode());
    assertTrue(day.body().contains("href=\"#dag\""), day::body);
  }

  @Test
  void all_differences_are_to_be_had_as_a_table() throws Exception {
    String path = sent(ReleasePages.PATH, next().xml());
    String table = editor.get(path + ReleasePages.TABLE).body();
    assertTrue(table.contains("kind;thing;objectId;name;property;from;to"), table);
    assertTrue(table.contains("Zaken;title;Zaken;Dossiers"), table);
  }

  @Test
  void a_file_of_megabytes_is_taken_here_and_one_over_the_limit_refused() throws Exception {
    server.close();
    serve("RELEASE_MEGABYTES", "2");
    String xml = next().xml() + "\n".repeat(1_500_000);
    assertEquals(303, send(ReleasePages.PATH, xml).statusCode());
    assertEquals(413, send(ReleasePages.PATH, xml + "\n".repeat(1_500_000)).statusCode());
  }

  @Test
  void nobody_sees_what_another_sent_and_a_municipality_sends_none() throws Exception {
    String path = sent(ReleasePages.PATH, next().xml());
    assertEquals(404, person("ander", "vng").get(path).statusCode());
    Person amsterdam =
        Person.at(server, "adam", "adam", Iris.municipality("gm0363"), Role.MUNICIPALITY);
    assertEquals(403, amsterdam.get(ReleasePages.PATH).statusCode());
    assertEquals(303, new Person(server.address()).get(ReleasePages.PATH).statusCode());
  }

  @Test
  void what_is_thrown_away_is_gone() throws Exception {
    String path = sent(ReleasePages.PATH, next().xml());
    String page = editor.get(path).body();
    assertEquals(
        303, editor.post(path, "zegel", Person.seal(page), "actie", "weggooien").statusCode());
    assertEquals(404, editor.get(path).statusCode());
  }

  @Test
  void what_somebody_changes_after_a_release_is_drift_and_ends_with_the_next() throws Exception {
    String path = ReleasePages.PATH + ReleasePages.DRIFT;
    String before = editor.get(path).body();
    assertTrue(before.contains("GEMMA-release van 2026-01-01"), before);
    assertTrue(before.contains("Er is sindsdien niets veranderd"), before);
    Node component = Iris.component("refcomp-post");
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(component).find().forEach(graph::add);
    graph.remove(component, DCTerms.title.asNode(), Node.ANY);
    graph.add(component, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Postkamer", "nl"));
    Outcome outcome =
        server
            .catalogue()
            .commit(
                new Proposal(
                    "test",
                    Iris.organisation("vng"),
                    "Verzonnen",
                    List.of(Change.put(component, graph))));
    assertInstanceOf(Outcome.Recorded.class, outcome);
    String page = editor.get(path).body();
    assertTrue(page.contains("<section class=\"block\" id=\"changed\">"), page);
    assertTrue(page.contains("Postkamer"), page);
    String sent = sent(ReleasePages.PATH, next().xml());
    assertEquals(303, take(sent, editor.get(sent).body()).statusCode());
    String after = editor.get(path).body();
    assertTrue(after.contains("GEMMA-release van 2026-07-01"), after);
    assertTrue(after.contains("Er is sindsdien niets veranderd"), after);
  }
}
