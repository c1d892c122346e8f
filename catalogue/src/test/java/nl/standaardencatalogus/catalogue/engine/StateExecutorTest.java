package nl.standaardencatalogus.catalogue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.triples.NumberedGraph;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers over numbers, which are those of ARQ, and the order of the work. */
class StateExecutorTest {
  private static final Graph PLAIN = graph();
  private static final NumberedGraph NUMBERED = NumberedGraph.of(PLAIN).freeze();

  @BeforeAll
  static void install() {
    JenaSystem.init();
    StateExecutor.install();
  }

  /** Many declarations, few municipalities, fewer provinces; drawn anew the same each time. */
  private static Graph graph() {
    Random dice = new Random(7);
    Graph graph = new GraphMem2Roaring();
    for (int i = 0; i < 12; i++) {
      graph.add(node("p" + i), node("a"), node("Province"));
    }
    for (int i = 0; i < 60; i++) {
      graph.add(node("m" + i), node("a"), node("Municipality"));
      graph.add(node("m" + i), node("in"), node("p" + dice.nextInt(12)));
      graph.add(node("m" + i), node("name"), text("name " + i));
    }
    for (int i = 0; i < 900; i++) {
      graph.add(node("d" + i), node("of"), node("m" + dice.nextInt(60)));
      graph.add(node("d" + i), node("phase"), node("phase" + dice.nextInt(5)));
      if (i % 30 == 0) {
        graph.add(node("d" + i), node("why"), text("reason " + i % 4));
      }
    }
    return graph;
  }

  private static Node node(String name) {
    return NodeFactory.createURI("urn:x:" + name);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static List<String> rows(Graph graph, String query) {
    List<String> rows = new ArrayList<>();
    try (QueryExec execution =
        QueryExec.graph(graph).query(QueryFactory.create("PREFIX : <urn:x:> " + query)).build()) {
      execution.select().forEachRemaining(row -> rows.add(told(row)));
    }
    rows.sort(null);
    return rows;
  }

  private static String told(Binding row) {
    Map<String, Node> values = new TreeMap<>();
    row.forEach((variable, value) -> values.put(variable.getName(), value));
    return values.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?d :of ?m . ?m :in ?p . ?p :a :Province . ?d :phase :phase1 }",
        "SELECT * { ?d :of ?m . ?d :why ?w . ?m :name ?n FILTER (?w = 'reason 2' && ?n != 'name 3') }",
        "SELECT * { ?d :of ?m ; :phase ?f . ?e :of ?m ; :phase ?f FILTER (STR(?d) < STR(?e)) }",
        "SELECT * { ?m :a :Municipality OPTIONAL { ?d :of ?m ; :why ?w FILTER (?w > 'reason 1') } }",
        "SELECT ?p (COUNT(DISTINCT ?m) AS ?n) { ?d :phase :phase0 ; :of ?m . ?m :in ?p } GROUP BY ?p",
        "SELECT * { ?m :in :p3 FILTER NOT EXISTS { ?d :of ?m ; :phase :phase4 ; :why ?w } }",
        "SELECT * { VALUES ?m { :m1 :m2 } ?d :phase ?f ; :of ?m FILTER (?f IN (:phase1, :phase2)) }",
        "SELECT * { ?s ?p :m4 . ?s :phase ?f }",
        "SELECT * { ?d :of ?m BIND (STR(?d) AS ?t) ?m :name ?n FILTER (STRLEN(?t) > 9) }",
        "SELECT * { ?d :unknown ?x . ?d :of ?m }",
        "SELECT * { ?x :a ?x . ?x :of ?y }",
        "SELECT * { ?m :in ?p OPTIONAL { ?d :of ?m ; :why ?w } OPTIONAL { ?e :why ?w ; :phase ?f } }",
        "SELECT ?m (COUNT(?w) AS ?n) (SAMPLE(?p) AS ?q) (MAX(?w) AS ?x) { ?d :of ?m . ?m :in ?p OPTIONAL { ?d :why ?w } } GROUP BY ?m",
        "SELECT (COUNT(*) AS ?n) (SUM(?x) AS ?s) (AVG(?x) AS ?a) { ?d :unknown ?x }",
        "SELECT ?f (COUNT(*) AS ?n) { ?d :phase ?f } GROUP BY ?f HAVING (COUNT(*) > 170) ORDER BY DESC(?n)",
        "SELECT ?l (COUNT(*) AS ?k) { ?m :name ?n } GROUP BY (STRLEN(?n) AS ?l)",
        "SELECT DISTINCT ?p ?f { ?d :phase ?f ; :of/:in ?p } ORDER BY ?p ?f LIMIT 7 OFFSET 3",
        "SELECT * { ?m :in :p3 { SELECT ?m (COUNT(?d) AS ?n) { ?d :of ?m } GROUP BY ?m } FILTER (?n > 10) }",
        "SELECT * { { SELECT ?m { ?m :in ?p } ORDER BY ?m LIMIT 5 } ?d :of ?m ; :why ?w }",
        "SELECT * { ?m :in ?p BIND (EXISTS { ?d :of ?m ; :why 'reason 1' } AS ?e) FILTER (?e) }",
        "SELECT * { ?m :in :p1 FILTER (NOT EXISTS { ?d :of ?m ; :why ?w } || ?m = :m1) }",
        "SELECT * { :d1 (:of|:in)* ?x }",
        "SELECT * { ?x (:of|:in)+ :p1 }",
        "SELECT * { ?x :of? :m3 }",
        "SELECT (COUNT(*) AS ?n) { ?x (:of/:in)* ?y }",
        "SELECT * { ?x :of/:in ?p ; ^:none* ?y . ?x :why ?w }",
        "SELECT * { :nowhere :of* ?x }",
        "SELECT * { ?m :in ?p MINUS { ?m :in :p1 } MINUS { ?other :a :Province } }",
        "SELECT * { ?m :in ?p FILTER NOT EXISTS { SELECT ?m { ?d :of ?m ; :why ?w } } }",
        "SELECT * { VALUES (?m ?f) { (:m1 UNDEF) (UNDEF :phase1) } ?d :of ?m ; :phase ?f ; :why ?w }",
        "SELECT * { ?m :in :p1 OPTIONAL { ?d :of ?m OPTIONAL { ?d :why ?w FILTER (?p = 1) } FILTER (!BOUND(?w)) } }",
        "SELECT * { { ?m :in :p1 } { ?m :name ?n FILTER (?m != :m1) } FILTER (BOUND(?n)) }",
        "SELECT * { OPTIONAL { ?m :none ?x } ?m :in :p2 OPTIONAL { ?m :name ?x } }",
        "SELECT * { ?m :in ?p BIND (IRI(CONCAT(STR(?m), 'x')) AS ?i) BIND (?i AS ?j) FILTER (?i = ?j) }",
        "SELECT * { { ?m :in :p1 } UNION { SELECT ?m { ?m :in :p2 } LIMIT 100 } }",
        "SELECT ?w (GROUP_CONCAT(DISTINCT ?f ; SEPARATOR=',') AS ?all) { { SELECT DISTINCT ?w ?f { ?d :why ?w ; :phase ?f } ORDER BY ?w ?f } } GROUP BY ?w",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT (COUNT(DISTINCT *) AS ?n) { ?d :of ?m ; :phase ?f }",
        "SELECT * { ?s ?p ?o . ?o ?q :p1 FILTER (?p != ?q) }",
        "SELECT ?x { ?x :a [] ; :name ?n }",
        "SELECT ?d ?f { ?d :phase ?f } ORDER BY DESC(?f) ?d LIMIT 7",
        "SELECT ?d ?w { ?d :of ?m OPTIONAL { ?d :why ?w } } ORDER BY ?w ?d LIMIT 5",
        "SELECT ?d { ?d :phase ?f } ORDER BY ?d LIMIT 0",
        "SELECT * { { ?d :why 'reason 1' } UNION { ?d :why 'reason 3' } ?d :of/:in ?p . MINUS { ?d :phase :phase0 } }"
      })
  void numbers_change_no_answer(String query) {
    assertEquals(rows(PLAIN, query), rows(NUMBERED, query));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i",
        "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 1000000000",
        "SELECT ?a ?d ?g ?i (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?g ?i",
        "SELECT * { ?x :of ?y MINUS { ?x :in ?y . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } MINUS { ?y ?b ?c . ?d ?e ?f . ?g ?h ?i } }"
      })
  void query_that_has_to_keep_too_many_rows_is_given_up(String query) {
    assertThrows(TooMuch.class, () -> rows(NUMBERED, query));
  }

  @Test
  void work_begins_with_what_is_rare() {
    List<Triple> ordered =
        Ordering.of(
            List.of(
                triple("(?d <urn:x:of> ?m)"),
                triple("(?m <urn:x:name> ?n)"),
                triple("(?d <urn:x:why> 'reason 2')")),
            new Counts(NUMBERED),
            Set.of(),
            List.of());
    assertEquals(node("why"), ordered.get(0).getPredicate());
    assertEquals(node("name"), ordered.get(2).getPredicate());
  }

  @Test
  void work_begins_where_the_input_leads() {
    List<Triple> ordered =
        Ordering.of(
            List.of(
                triple("(?d <urn:x:why> ?w)"),
                triple("(?d <urn:x:of> ?m)"),
                triple("(?m <urn:x:name> ?n)")),
            new Counts(NUMBERED),
            Set.of(Var.alloc("m")),
            List.of());
    assertEquals(node("of"), ordered.get(0).getPredicate());
    assertEquals(node("why"), ordered.get(1).getPredicate());
  }

  private static Triple triple(String text) {
    return SSE.parseTriple(text);
  }
}
