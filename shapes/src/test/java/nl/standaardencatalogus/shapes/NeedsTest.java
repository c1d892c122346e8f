package nl.standaardencatalogus.shapes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.Test;

class NeedsTest {
  private static final String NS = "https://voorbeeld.example/";
  private static final Graph DATA =
      RDFParser.fromString(
              "PREFIX : <%s> :a :p :b ; :q :b . :c :p :d ; :r :b .".formatted(NS), Lang.TURTLE)
          .toGraph();

  @Test
  void a_property_that_every_row_asks_for_is_needed() {
    assertTrue(met("a", "?this :q ?value"));
    assertFalse(met("c", "?this :q ?value"));
  }

  @Test
  void a_value_that_every_row_asks_for_is_needed() {
    assertTrue(met("c", "?this :p :d"));
    assertFalse(met("a", "?this :p :d"));
  }

  @Test
  void what_is_optional_or_an_alternative_is_not_needed() {
    assertTrue(met("c", "?this :p ?value OPTIONAL { ?this :q ?more }"));
    assertTrue(met("c", "{ ?this :q ?value } UNION { ?this :r ?value }"));
  }

  @Test
  void a_property_that_no_row_may_have_must_be_lacking() {
    assertTrue(met("c", "?this :p ?value FILTER NOT EXISTS { ?this :q ?other }"));
    assertFalse(met("a", "?this :p ?value FILTER NOT EXISTS { ?this :q ?other }"));
  }

  @Test
  void a_property_may_be_there_with_another_value_than_the_one_that_may_not() {
    assertTrue(met("c", "?this :p ?value FILTER NOT EXISTS { ?this :r ?value }"));
  }

  private static boolean met(String node, String pattern) {
    String query = "PREFIX : <%s> SELECT ?this ?value { %s }".formatted(NS, pattern);
    Node focus = NodeFactory.createURI(NS + node);
    return Needs.of(
            Algebra.optimize(Algebra.compile(QueryFactory.create(query))), Var.alloc("this"))
        .metBy(focus, DATA);
  }
}
