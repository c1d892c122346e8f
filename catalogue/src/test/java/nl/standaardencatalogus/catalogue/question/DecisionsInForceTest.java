package nl.standaardencatalogus.catalogue.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

/** Which decisions bind on a day: asked by the pages and for the derived triples alike. */
class DecisionsInForceTest {
  private static final Questions QUESTIONS = Questions.load();
  private static final String PREFIXES =
      """
      PREFIX b: <https://w3id.org/standaardencatalogus/id/besluit/>
      PREFIX kind: <https://w3id.org/standaardencatalogus/def/besluitsoort/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX s: <https://w3id.org/standaardencatalogus/id/standaard/>
      PREFIX vng: <https://w3id.org/standaardencatalogus/def/vng-verbindendheid/>
      PREFIX forum: <https://w3id.org/standaardencatalogus/def/forum-status/>
      s:x a sc:Standard .
      b:2020-eerste a sc:Decision ; sc:decisionBody b:bestuur ; sc:covers s:x ;
        sc:decidedOn "2020-02-01" ; sc:effectiveFrom "2020-03" ; sc:force vng:verplicht .
      """;

  @Test
  void a_decision_binds_from_the_day_on_that_it_takes_effect() {
    assertEquals(Set.of(), inForce("", "2020-02-15"));
    assertEquals(Set.of("2020-eerste"), inForce("", "2020-03-01"));
  }

  @Test
  void a_decision_without_a_day_of_effect_binds_from_the_day_it_was_taken() {
    String other =
        "b:2021-ander a sc:Decision ; sc:decisionBody b:raad ; sc:covers s:x ;"
            + " sc:decidedOn \"2021-05-01\" ; sc:force vng:aanbevolen .";
    assertEquals(Set.of("2020-eerste"), inForce(other, "2021-04-30"));
    assertEquals(Set.of("2020-eerste", "2021-ander"), inForce(other, "2021-05-01"));
  }

  @Test
  void a_withdrawal_ends_what_it_withdraws() {
    String withdrawal =
        "b:2022-intrekking a sc:Decision ; sc:decisionKind kind:intrekking ;"
            + " sc:decisionBody b:bestuur ; sc:covers s:x ; sc:decidedOn \"2022-06-01\" ;"
            + " sc:supersedes b:2020-eerste .";
    assertEquals(Set.of("2020-eerste"), inForce(withdrawal, "2022-05-31"));
    assertEquals(Set.of(), inForce(withdrawal, "2022-06-01"));
  }

  @Test
  void a_later_lighter_decision_of_the_same_body_takes_the_place_of_a_heavier_one() {
    String lighter =
        "b:2023-lichter a sc:Decision ; sc:decisionBody b:bestuur ; sc:covers s:x ;"
            + " sc:effectiveFrom \"2023-01-01\" ; sc:force vng:aanbevolen .";
    assertEquals(Set.of("2020-eerste"), inForce(lighter, "2022-12-31"));
    assertEquals(Set.of("2023-lichter"), inForce(lighter, "2023-01-01"));
  }

  @Test
  void a_place_on_the_list_of_the_forum_does_not_replace_what_binds_municipalities() {
    String listed =
        "b:2023-lijst a sc:Decision ; sc:decisionBody b:bestuur ; sc:covers s:x ;"
            + " sc:effectiveFrom \"2023-01-01\" ; sc:force forum:aanbevolen .";
    assertEquals(Set.of("2020-eerste", "2023-lijst"), inForce(listed, "2023-01-01"));
  }

  @Test
  void a_decision_of_an_unknown_day_neither_ends_nor_is_ended() {
    String undated =
        "b:onbekend-los a sc:Decision ; sc:decisionBody b:bestuur ; sc:covers s:x ;"
            + " sc:force vng:aanbevolen .";
    assertEquals(Set.of("2020-eerste", "onbekend-los"), inForce(undated, "2023-01-01"));
  }

  @Test
  void an_advice_never_binds_and_ends_nothing_whatever_force_it_names() {
    String advice =
        "b:2021-advies a sc:Decision ; sc:decisionKind kind:cvd-advies ;"
            + " sc:decisionBody b:bestuur ; sc:covers s:x ; sc:decidedOn \"2021-05-01\" ;"
            + " sc:force vng:aanbevolen .";
    assertEquals(Set.of("2020-eerste"), inForce(advice, "2023-01-01"));
  }

  @Test
  void what_is_decided_on_one_member_leaves_what_was_decided_on_the_family() {
    String member =
        "PREFIX dct: <http://purl.org/dc/terms/> s:lid a sc:Standard ; dct:isPartOf s:x ."
            + " b:2021-lid a sc:Decision ; sc:decisionBody b:bestuur ; sc:covers s:lid ;"
            + " sc:decidedOn \"2021-05-01\" ; sc:force vng:aanbevolen .";
    assertEquals(Set.of("2020-eerste", "2021-lid"), binding(member, "2021-06-01", "lid"));
    assertEquals(Set.of("2020-eerste"), binding(member, "2021-04-01", "lid"));
  }

  private static Set<String> binding(String more, String day, String standard) {
    Graph graph = RDFParser.fromString(PREFIXES + more, Lang.TURTLE).toGraph();
    Map<String, Node> values = Map.of("day", NodeFactory.createLiteralString(day));
    Set<String> asked =
        QUESTIONS.select("decision/in-force", graph, values).stream()
            .filter(row -> Iris.lastSegment(row.get("standard")).equals(standard))
            .map(row -> Iris.lastSegment(row.get("decision")))
            .collect(Collectors.toSet());
    Set<String> derived =
        QUESTIONS.construct("validity/decisions", graph, values).stream()
            .filter(triple -> triple.getPredicate().equals(SC.BOUND_BY))
            .filter(triple -> Iris.lastSegment(triple.getSubject()).equals(standard))
            .map(Triple::getObject)
            .map(Iris::lastSegment)
            .collect(Collectors.toSet());
    assertEquals(asked, derived);
    return asked;
  }

  private static Set<String> inForce(String more, String day) {
    Graph graph = RDFParser.fromString(PREFIXES + more, Lang.TURTLE).toGraph();
    Map<String, Node> values = Map.of("day", NodeFactory.createLiteralString(day));
    Set<String> asked =
        QUESTIONS.select("decision/in-force", graph, values).stream()
            .map(row -> Iris.lastSegment(row.get("decision")))
            .collect(Collectors.toSet());
    Set<String> derived =
        QUESTIONS.construct("validity/decisions", graph, values).stream()
            .filter(triple -> triple.getPredicate().equals(SC.BOUND_BY))
            .map(Triple::getObject)
            .map(Iris::lastSegment)
            .collect(Collectors.toSet());
    assertEquals(asked, derived);
    return asked;
  }
}
