package nl.standaardencatalogus.server.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.mine.Person;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proposed decision or end would touch, beside what is told when one supposes the same. */
class ConsequencesTest {
  private static final Pattern COUNT =
      Pattern.compile("<dt>(?:<a [^>]*>)?([^<]+)(?:</a>)?</dt><dd>([0-9.]+)");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Submissions submissions;
  private static Person editor;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    submissions = new Submissions(folder.resolve("proposals"), 300);
    editor =
        Person.at(server, "redactie", "redactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String proposed(Change... changes) throws Exception {
    Submission submission =
        new Submission(
            Submissions.freshId(),
            new Author("een ander", "beheerder", Iris.organisation("geonovum")),
            Instant.now(),
            "Een proef.",
            true,
            List.of(changes).stream().map(Proposed::of).toList(),
            null,
            null,
            null);
    assertTrue(submissions.keep(submission));
    return editor.get("/voorstellen/" + submission.id()).body();
  }

  /** The counts of a page, each with what is counted. */
  private static List<String> counts(String page) {
    return COUNT.matcher(page).results().map(it -> it.group(1) + ": " + it.group(2)).toList();
  }

  private static Change decision(String force) {
    return Change.put(
            Iris.decision("2027", "proef"),
            RDFParser.fromString(
                    """
                    BASE <https://w3id.org/standaardencatalogus/id/>
                    PREFIX def: <https://w3id.org/standaardencatalogus/def/>
                    PREFIX dct: <http://purl.org/dc/terms/>
                    PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
                    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                    <besluit/2027-proef> a sc:Decision , <http://www.w3.org/ns/prov#Activity> ;
                      dct:title "Proefbesluit"@nl ; sc:decisionBody <organisatie/vng-bestuur> ;
                      sc:decisionKind def:besluitsoort\\/bestuursbesluit ;
                      sc:decidedOn "2026-11-02"^^xsd:date ; sc:effectiveFrom "2028-01-01"^^xsd:date ;
                      sc:covers <standaard/objecten-api> ; sc:force def:vng-verbindendheid\\/%s ;
                      sc:onAdviceOf <besluit/2027-proefadvies> ;
                      sc:sourceText "verzonnen" ; sc:confidence def:betrouwbaarheid\\/laag .
                    """
                        .formatted(force),
                    Lang.TURTLE)
                .toGraph())
        .basedOn(0);
  }

  private static Change advice() {
    return Change.put(
            Iris.decision("2027", "proefadvies"),
            RDFParser.fromString(
                    """
                    BASE <https://w3id.org/standaardencatalogus/id/>
                    PREFIX def: <https://w3id.org/standaardencatalogus/def/>
                    PREFIX dct: <http://purl.org/dc/terms/>
                    PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
                    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                    <besluit/2027-proefadvies> a sc:Decision , <http://www.w3.org/ns/prov#Activity> ;
                      dct:title "Proefadvies"@nl ;
                      sc:decisionBody <organisatie/college-van-dienstverleningszaken> ;
                      sc:decisionKind def:besluitsoort\\/cvd-advies ;
                      sc:decidedOn "2026-10-02"^^xsd:date ; sc:covers <standaard/objecten-api> ;
                      sc:adviceOutcome def:advies-uitkomst\\/positief ;
                      sc:sourceText "verzonnen" ; sc:confidence def:betrouwbaarheid\\/laag .
                    """,
                    Lang.TURTLE)
                .toGraph())
        .basedOn(0);
  }

  @Test
  void a_proposed_decision_tells_of_what_it_makes_binding_what_one_is_told_who_supposes_it()
      throws Exception {
    String page = proposed(advice(), decision("verplicht"));
    String query = "?standaard=objecten-api&wat=verplicht&dag=2028-01-01";
    assertTrue(page.contains("/wat-als" + query.replace("&", "&amp;")), page);
    List<String> told = counts(editor.get("/wat-als" + query).body());
    List<String> counts = counts(page.substring(page.indexOf("id=\"gevolgen\"")));
    assertTrue(counts.stream().anyMatch(it -> it.endsWith(": 342")), counts::toString);
    // The advice and the decision themselves are there only with the proposal.
    for (String count : told) {
      assertTrue(count.startsWith("Besluiten") || counts.contains(count), count + " " + counts);
    }
  }

  @Test
  void a_decision_that_is_only_written_otherwise_touches_nobody_anew() throws Exception {
    Node decision = Iris.decision("2021", "zaakgericht-werken");
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(decision).find().forEach(graph::add);
    graph.remove(decision, SC.SCOPE_NOTE, Node.ANY);
    graph.add(decision, SC.SCOPE_NOTE, NodeFactory.createLiteralString("Een proef."));
    long current = server.catalogue().snapshot().current(decision).orElseThrow().revision();
    String page = proposed(Change.put(decision, graph).basedOn(current));
    assertTrue(page.contains("Een proef."), page);
    assertFalse(page.contains("id=\"gevolgen\""), page);
  }

  @Test
  void a_proposed_end_of_a_record_is_told_of_where_it_still_is() throws Exception {
    Node version = Iris.version("stuf-bg", "3.10");
    long current = server.catalogue().snapshot().current(version).orElseThrow().revision();
    String page = proposed(Change.delete(version).basedOn(current));
    assertTrue(page.contains("id=\"gevolgen\""), page);
  }

  @Test
  void a_proposed_recommendation_asks_nothing_of_anybody_and_frees_of_what_its_body_asked_before()
      throws Exception {
    String page = proposed(advice(), decision("aanbevolen"));
    assertFalse(page.contains("wat=verplicht"), page);
    assertTrue(page.contains("?standaard=objecten-api&amp;wat=vervalt&amp;besluit="), page);
    assertTrue(page.contains("dag=2028-01-01"), page);
  }

  @Test
  void a_proposed_end_of_support_tells_of_who_still_uses_the_version() throws Exception {
    Node version = Iris.version("stuf-bg", "3.10");
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(version).find().forEach(graph::add);
    graph.remove(version, SC.END_OF_SUPPORT, Node.ANY);
    graph.add(
        version, SC.END_OF_SUPPORT, NodeFactory.createLiteralDT("2027-12-31", XSDDatatype.XSDdate));
    long current = server.catalogue().snapshot().current(version).orElseThrow().revision();
    String page = proposed(Change.put(version, graph).basedOn(current));
    List<String> told = counts(editor.get("/wat-als?versie=stuf-bg/3.10&dag=2028-01-01").body());
    assertTrue(told.stream().anyMatch(it -> it.matches(".*: [1-9][0-9]*")), told::toString);
    assertEquals(told, counts(page.substring(page.indexOf("id=\"gevolgen\""))));
  }

  @Test
  void a_proposed_end_of_a_decision_tells_of_whom_it_frees_for_each_standard_it_obliges_to()
      throws Exception {
    Node decision = Iris.decision("2021", "zaakgericht-werken");
    long current = server.catalogue().snapshot().current(decision).orElseThrow().revision();
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(decision).find().forEach(graph::add);
    graph.add(
        decision,
        SC.EFFECTIVE_UNTIL,
        NodeFactory.createLiteralDT("2027-12-31", XSDDatatype.XSDdate));
    String page = proposed(Change.put(decision, graph).basedOn(current));
    String query =
        "?standaard=zaken-api&wat=vervalt&besluit=2021-zaakgericht-werken&dag=2028-01-01";
    assertTrue(page.contains("/wat-als" + query.replace("&", "&amp;")), page);
    List<String> told = counts(editor.get("/wat-als" + query).body());
    assertTrue(
        told.stream().anyMatch(it -> it.matches("Gemeenten die niets meer .*: [1-9][0-9]*")),
        told::toString);
    List<String> counts = counts(page.substring(page.indexOf("id=\"gevolgen\"")));
    assertTrue(counts.containsAll(told), told + " " + counts);

    graph.remove(decision, SC.EFFECTIVE_UNTIL, Node.ANY);
    graph.remove(decision, SC.FORCE, Node.ANY);
    graph.add(
        decision,
        SC.FORCE,
        NodeFactory.createURI(
            "https://w3id.org/standaardencatalogus/def/vng-verbindendheid/aanbevolen"));
    String milder = proposed(Change.put(decision, graph).basedOn(current));
    String today = server.catalogue().snapshot().day().toString();
    assertTrue(milder.contains(query.replace("2028-01-01", today).replace("&", "&amp;")), milder);
  }
}
