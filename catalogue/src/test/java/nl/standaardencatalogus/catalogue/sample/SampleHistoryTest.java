package nl.standaardencatalogus.catalogue.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generator on a small country: three mergers and a split, four standards. */
class SampleHistoryTest {
  private static List<Change> country;
  private static List<DatedProposal> history;

  @BeforeAll
  static void tell() {
    country = records("/nl/standaardencatalogus/catalogue/sample/small-country.ttl");
    history = told(country);
  }

  @Test
  void the_order_of_the_facts_does_not_matter() {
    List<Change> shuffled = new ArrayList<>(country);
    Collections.shuffle(shuffled, new Random(7));
    assertEquals(text(history), text(told(shuffled)));
  }

  @Test
  void recorded_times_never_go_back() {
    Instant last = Instant.EPOCH;
    for (DatedProposal dated : history) {
      assertFalse(dated.recorded().isBefore(last));
      last = dated.recorded();
    }
    assertEquals(Instant.parse("2018-01-02T08:00:00Z"), history.get(0).recorded());
  }

  @Test
  void made_up_projects_are_marked_and_enter_when_they_begin() {
    Map<Node, Instant> entered = new HashMap<>();
    for (DatedProposal dated : told(CuratedFacts.changes())) {
      for (Change change : dated.proposal().changes()) {
        if (change.graph().contains(change.record(), RDF.type.asNode(), SC.PROJECT_CLASS)
            || change
                .graph()
                .contains(change.record(), RDF.type.asNode(), SC.FUNDING_ADVICE_CLASS)) {
          assertTrue(
              change.graph().contains(change.record(), RDF.type.asNode(), SC.SAMPLE_DATA_CLASS),
              change.record()::toString);
          entered.put(change.record(), dated.recorded());
        }
      }
    }
    assertEquals(9, entered.size(), "four projects and five pieces of advice");
    assertEquals(
        Instant.parse("2022-05-01T08:00:00Z"), entered.get(Iris.project("voorbeeld-haven")));
    assertEquals(
        Instant.parse("2024-11-27T08:00:00Z"),
        entered.get(Iris.thingAt("advies/2024-voorbeeld-haven")));
    assertEquals(
        Instant.parse("2022-05-01T08:00:00Z"),
        entered.get(Iris.thingAt("advies/2022-voorbeeld-haven")),
        "it waits for its project");
  }

  @Test
  void made_up_procedure_enters_when_its_last_step_begins_and_its_meeting_when_it_is_held() {
    Map<Node, Instant> entered = new HashMap<>();
    for (DatedProposal dated : told(CuratedFacts.changes())) {
      for (Change change : dated.proposal().changes()) {
        if (change.graph().contains(change.record(), RDF.type.asNode(), SC.SAMPLE_DATA_CLASS)) {
          entered.put(change.record(), dated.recorded());
        }
      }
    }
    assertEquals(
        Instant.parse("2026-07-01T08:00:00Z"),
        entered.get(Iris.thingAt("procedure/2026-voorbeeld-verwerkingenlogging")));
    assertEquals(
        Instant.parse("2026-10-21T08:00:00Z"),
        entered.get(Iris.thingAt("vergadering/2026-voorbeeld-oktober")));
  }

  @Test
  void projects_that_speak_of_what_is_not_there_are_left_out() {
    assertTrue(
        history.stream()
            .flatMap(dated -> dated.proposal().changes().stream())
            .noneMatch(
                change ->
                    change.graph().contains(change.record(), RDF.type.asNode(), SC.PROJECT_CLASS)));
  }

  @Test
  void each_fact_enters_once_and_after_what_it_refers_to() {
    Map<Node, Instant> entered = new HashMap<>();
    for (DatedProposal dated : history) {
      for (Change change : dated.proposal().changes()) {
        if (!isDeclaration(change.record())) {
          assertNull(entered.put(change.record(), dated.recorded()));
        }
      }
    }
    assertEquals(country.size(), entered.size());
    assertEquals(
        Instant.parse("2019-11-18T08:00:00Z"), entered.get(Iris.version("zaken-api", "1.0.0")));
    assertEquals(
        Instant.parse("2022-12-19T08:00:00Z"),
        entered.get(Iris.version("zaken-api", "1.3.1")),
        "it waits for the version before it, which is younger");
    assertEquals(
        Instant.parse("2021-07-01T08:00:00Z"), entered.get(Iris.decision("2021", "zaken-api")));
    assertEquals(
        Instant.parse("2021-03-15T08:00:00Z"), entered.get(Iris.decision("2021", "advies")));
  }

  @Test
  void nothing_is_declared_about_a_version_before_it_is_there() {
    Map<Node, Instant> entered = new HashMap<>();
    for (DatedProposal dated : history) {
      for (Change change : dated.proposal().changes()) {
        entered.putIfAbsent(change.record(), dated.recorded());
        change
            .graph()
            .find(Node.ANY, SC.VERSION, Node.ANY)
            .forEach(triple -> assertTrue(entered.containsKey(triple.getObject())));
      }
    }
  }

  @Test
  void every_declaration_is_marked_and_every_commit_says_that_its_time_was_set_back() {
    for (DatedProposal dated : history) {
      assertEquals("demonstratie", dated.proposal().actor());
      assertTrue(dated.proposal().reason().contains("teruggezet"), dated.proposal().reason());
      for (Change change : dated.proposal().changes()) {
        if (isDeclaration(change.record()) && !change.graph().isEmpty()) {
          assertTrue(
              change.graph().contains(change.record(), RDF.type.asNode(), SC.SAMPLE_DATA_CLASS));
        }
      }
    }
  }

  @Test
  void phases_follow_each_other_and_are_past_when_told() {
    for (DatedProposal dated : history) {
      for (Change change : dated.proposal().changes()) {
        if (isDeclaration(change.record()) && !change.graph().isEmpty()) {
          List<String> days = phaseDays(change);
          assertFalse(days.isEmpty());
          for (int i = 1; i < days.size(); i++) {
            assertTrue(days.get(i - 1).compareTo(days.get(i)) < 0, change.record() + " " + days);
          }
          assertTrue(days.get(days.size() - 1).compareTo(dated.recorded().toString()) < 0);
        }
      }
    }
  }

  @Test
  void a_new_municipality_takes_over_unconfirmed_what_its_predecessors_declared() {
    Change inherited = first("gm1992", "digitoegankelijk-en-301-549");
    Graph graph = inherited.graph();
    Set<String> sources =
        graph
            .find(inherited.record(), DeclarationRecord.WAS_DERIVED_FROM, Node.ANY)
            .toList()
            .stream()
            .map(triple -> triple.getObject().getURI().split("/")[6])
            .collect(Collectors.toSet());
    assertFalse(sources.isEmpty());
    assertTrue(Set.of("gm0501", "gm0530", "gm0614").containsAll(sources));
    assertFalse(graph.contains(Node.ANY, SC.LAST_CONFIRMED, Node.ANY));
    assertEquals(List.of("2023-01-01"), phaseDays(inherited));
  }

  @Test
  void who_absorbs_another_keeps_its_own_word() {
    for (Change change : declarations()) {
      if (change.record().getURI().contains("/gm0363/")) {
        assertFalse(isInherited(change));
      }
    }
  }

  @Test
  void a_split_hands_over_nothing() {
    List<String> successors = List.of("/gm0757/", "/gm0824/", "/gm0855/", "/gm0865/");
    for (Change change : declarations()) {
      if (successors.stream().anyMatch(change.record().getURI()::contains)) {
        assertFalse(isInherited(change));
      }
    }
  }

  @Test
  void an_ended_municipality_tells_nothing_more() {
    for (DatedProposal dated : history) {
      for (Change change : dated.proposal().changes()) {
        if (change.record().getURI().contains("/verklaring/gm0457/")) {
          assertTrue(dated.recorded().isBefore(Instant.parse("2022-03-24T00:00:00Z")));
        }
      }
    }
  }

  @Test
  void a_cooperation_speaks_for_its_members_about_what_it_runs() {
    Node body = Iris.tooi("so/so0716");
    assertTrue(
        declarations().stream()
            .filter(change -> change.record().getURI().endsWith("/dmarc"))
            .anyMatch(change -> change.graph().contains(change.record(), SC.DECLARED_BY, body)));
    assertTrue(
        declarations().stream()
            .filter(change -> !change.record().getURI().endsWith("/dmarc"))
            .noneMatch(change -> change.graph().contains(change.record(), SC.DECLARED_BY, body)));
  }

  private static Change first(String municipality, String standard) {
    Node record = Iris.declaration(municipality, standard);
    return declarations().stream()
        .filter(change -> change.record().equals(record))
        .findFirst()
        .orElseThrow();
  }

  private static List<Change> declarations() {
    return history.stream()
        .flatMap(dated -> dated.proposal().changes().stream())
        .filter(change -> isDeclaration(change.record()))
        .toList();
  }

  private static boolean isInherited(Change change) {
    return change.graph().contains(change.record(), DeclarationRecord.WAS_DERIVED_FROM, Node.ANY);
  }

  private static boolean isDeclaration(Node record) {
    return record.getURI().startsWith(Iris.BASE + "id/verklaring/");
  }

  private static List<String> phaseDays(Change change) {
    List<String> days = new ArrayList<>();
    for (int i = 1; ; i++) {
      Node phase = Iris.part(change.record(), "fase-" + i);
      List<Triple> found = change.graph().find(phase, SC.VALID_FROM, Node.ANY).toList();
      if (found.isEmpty()) {
        return days;
      }
      days.add(found.get(0).getObject().getLiteralLexicalForm());
    }
  }

  private static List<DatedProposal> told(List<Change> facts) {
    List<DatedProposal> told = new ArrayList<>();
    SampleHistory.from(facts).forEachRemaining(told::add);
    return told;
  }

  private static List<String> text(List<DatedProposal> history) {
    return history.stream()
        .map(
            dated ->
                dated.recorded()
                    + dated.proposal().reason()
                    + dated.proposal().changes().stream()
                        .map(change -> change.record().getURI() + sorted(change.graph()))
                        .toList())
        .toList();
  }

  private static List<String> sorted(Graph graph) {
    return graph.find().mapWith(Triple::toString).toList().stream().sorted().toList();
  }

  private static List<Change> records(String resource) {
    Graph all = GraphFactory.createDefaultGraph();
    RDFParser.source(SampleHistoryTest.class.getResource(resource).toString())
        .lang(Lang.TURTLE)
        .parse(all);
    Map<Node, Graph> records = new HashMap<>();
    all.find()
        .forEach(
            triple ->
                records
                    .computeIfAbsent(
                        Iris.recordOf(triple.getSubject()),
                        record -> GraphFactory.createDefaultGraph())
                    .add(triple));
    return records.entrySet().stream()
        .map(entry -> Change.put(entry.getKey(), entry.getValue()))
        .toList();
  }
}
