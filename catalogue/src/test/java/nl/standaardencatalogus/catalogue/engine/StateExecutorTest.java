package nl.standaardencatalogus.catalogue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of work, and that it changes no answer. */
class StateExecutorTest {
  private static final Graph PLAIN = graph();
  private static final Graph MEASURED = new Known(PLAIN, Statistics.of(PLAIN));

  private static final class Known extends GraphReadOnly implements Measured {
    private final Statistics statistics;

    Known(Graph graph, Statistics statistics) {
      super(graph);
      this.statistics = statistics;
    }

    @Override
    public Statistics statistics() {
      return statistics;
    }
  }

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
        "SELECT * { { ?d :why 'reason 1' } UNION { ?d :why 'reason 3' } ?d :of/:in ?p . MINUS { ?d :phase :phase0 } }"
      })
  void the_order_changes_no_answer(String query) {
    assertEquals(rows(PLAIN, query), rows(MEASURED, query));
  }

  @Test
  void work_begins_with_what_is_rare() {
    BasicPattern pattern = new BasicPattern();
    pattern.add(triple("(?d <urn:x:of> ?m)"));
    pattern.add(triple("(?m <urn:x:name> ?n)"));
    pattern.add(triple("(?d <urn:x:why> 'reason 2')"));
    BasicPattern ordered = Ordering.of(pattern, Statistics.of(PLAIN), Set.of(), List.of());
    assertEquals(node("why"), ordered.get(0).getPredicate());
    assertEquals(node("name"), ordered.get(2).getPredicate());
  }

  @Test
  void work_begins_where_the_input_leads() {
    BasicPattern pattern = new BasicPattern();
    pattern.add(triple("(?d <urn:x:why> ?w)"));
    pattern.add(triple("(?d <urn:x:of> ?m)"));
    pattern.add(triple("(?m <urn:x:name> ?n)"));
    BasicPattern ordered =
        Ordering.of(pattern, Statistics.of(PLAIN), Set.of(Var.alloc("m")), List.of());
    assertEquals(node("of"), ordered.get(0).getPredicate());
    assertEquals(node("why"), ordered.get(1).getPredicate());
  }

  @Test
  void one_order_serves_a_pattern_with_other_constants() {
    Statistics statistics = Statistics.of(PLAIN);
    for (String municipality : List.of("m1", "m2")) {
      BasicPattern pattern = new BasicPattern();
      pattern.add(triple("(?d <urn:x:phase> ?f)"));
      pattern.add(triple("(?d <urn:x:of> <urn:x:" + municipality + ">)"));
      BasicPattern ordered = Ordering.of(pattern, statistics, Set.of(), List.of());
      assertEquals(node(municipality), ordered.get(0).getObject());
    }
  }

  @Test
  void statistics_are_counted_anew_when_the_graph_has_grown() {
    Statistics statistics = Statistics.of(PLAIN);
    assertTrue(statistics.outgrown(PLAIN.size() * 2L));
    assertEquals(false, statistics.outgrown(PLAIN.size() + 5L));
  }

  private static Triple triple(String text) {
    return SSE.parseTriple(text);
  }
}
