package nl.standaardencatalogus.catalogue.triples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.shared.DeleteDeniedException;
import org.junit.jupiter.api.Test;

/** A graph of numbers is a graph, and a copy of it is another one. */
class NumberedGraphTest {
  private final Random dice = new Random(5);

  private Node node(int most) {
    int number = dice.nextInt(most);
    return number % 5 == 0
        ? NodeFactory.createLiteralLang("tekst " + number, "nl")
        : NodeFactory.createURI("urn:x:" + number);
  }

  private Triple triple() {
    // Few properties and a favourite object: short rows, long ones, and rows that change from one
    // to the other.
    Node object = dice.nextInt(3) == 0 ? NodeFactory.createURI("urn:x:type") : node(60);
    return Triple.create(
        NodeFactory.createURI("urn:x:" + dice.nextInt(300)),
        NodeFactory.createURI("urn:p:" + dice.nextInt(4)),
        object);
  }

  private static Set<Triple> found(Graph graph, Node subject, Node predicate, Node object) {
    List<Triple> all = graph.find(subject, predicate, object).toList();
    Set<Triple> once = new HashSet<>(all);
    assertEquals(once.size(), all.size(), "each triple is found once");
    return once;
  }

  private static void assertSame(Graph expected, Graph actual, Triple triple) {
    assertEquals(expected.size(), actual.size());
    for (int open = 0; open < 8; open++) {
      Node subject = (open & 1) == 0 ? Node.ANY : triple.getSubject();
      Node predicate = (open & 2) == 0 ? Node.ANY : triple.getPredicate();
      Node object = (open & 4) == 0 ? Node.ANY : triple.getObject();
      assertEquals(
          found(expected, subject, predicate, object), found(actual, subject, predicate, object));
      assertEquals(
          expected.contains(subject, predicate, object),
          actual.contains(subject, predicate, object));
    }
  }

  @Test
  void it_holds_what_any_other_graph_would() {
    Graph other = new GraphMem2Roaring();
    NumberedGraph graph = new NumberedGraph();
    for (int i = 0; i < 12_000; i++) {
      Triple triple = triple();
      if (dice.nextInt(9) < 5) {
        other.add(triple);
        graph.add(triple);
      } else {
        other.delete(triple);
        graph.delete(triple);
      }
      if (i % 20 == 0) {
        assertSame(other, graph, triple());
      }
    }
  }

  @Test
  void copies_change_without_the_one_they_came_from() {
    List<Graph> expected = new ArrayList<>();
    List<NumberedGraph> states = new ArrayList<>();
    GraphMem2Roaring other = new GraphMem2Roaring();
    NumberedGraph graph = new NumberedGraph();
    for (int state = 0; state < 30; state++) {
      for (int i = 0; i < 200; i++) {
        Triple triple = triple();
        if (dice.nextInt(9) < 5) {
          other.add(triple);
          graph.add(triple);
        } else {
          other.delete(triple);
          graph.delete(triple);
        }
      }
      expected.add(other);
      states.add(graph);
      other = other.copy();
      graph = graph.copy();
    }
    for (int state = 0; state < 30; state++) {
      assertSame(expected.get(state), states.get(state), triple());
    }
  }

  @Test
  void a_large_state_is_as_it_was_when_much_of_the_next_one_changes() {
    int many = 3_000;
    Node property = NodeFactory.createURI("urn:p:1");
    NumberedGraph graph = new NumberedGraph();
    Set<Triple> before = new HashSet<>();
    for (int i = 0; i < many; i++) {
      before.add(Triple.create(NodeFactory.createURI("urn:x:" + i), property, node(60)));
    }
    before.forEach(graph::add);
    NumberedGraph next = graph.copy();
    Set<Triple> after = new HashSet<>(before);
    for (int i = 0; i < many; i++) {
      Triple more =
          Triple.create(
              NodeFactory.createURI("urn:x:" + dice.nextInt(2 * many)), property, node(60));
      next.add(more);
      after.add(more);
      Triple less = i % 3 == 0 ? before.iterator().next() : more;
      if (i % 2 == 0) {
        next.delete(less);
        after.remove(less);
      }
    }
    assertEquals(before, found(graph, Node.ANY, Node.ANY, Node.ANY));
    assertEquals(after, found(next, Node.ANY, Node.ANY, Node.ANY));
    assertEquals(
        after.stream().map(Triple::getSubject).distinct().count(), next.subjects().count());
    for (Triple triple : after) {
      assertEquals(
          after.stream().filter(t -> t.getSubject().equals(triple.getSubject())).count(),
          found(next, triple.getSubject(), property, Node.ANY).size());
    }
  }

  @Test
  void what_was_copied_cannot_be_changed() {
    NumberedGraph graph = new NumberedGraph();
    Triple triple = triple();
    graph.add(triple);
    NumberedGraph copy = graph.copy();
    assertThrows(DeleteDeniedException.class, () -> graph.delete(triple));
    assertThrows(
        AddDeniedException.class,
        () -> graph.add(triple.getSubject(), triple.getPredicate(), triple.getPredicate()));
    copy.delete(triple);
    assertEquals(1, graph.size());
    assertFalse(copy.contains(triple));
  }

  @Test
  void terms_are_equal_when_they_are_written_the_same() {
    NumberedGraph graph = new NumberedGraph();
    Node thing = NodeFactory.createURI("urn:x:1");
    graph.add(thing, thing, NodeFactory.createLiteralString("1"));
    assertFalse(graph.contains(thing, thing, NodeFactory.createLiteralLang("1", "nl")));
    assertFalse(graph.contains(thing, thing, NodeFactory.createURI("1")));
  }
}
