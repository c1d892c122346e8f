package nl.standaardencatalogus.catalogue.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from declarations, worked out change by change, against all at once. */
class FollowTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final List<String> PHASES = List.of("gepland", "in-productie", "uitgefaseerd");
  private static final Validity VALIDITY = new Validity(Questions.load());

  private final Draft draft = Draft.empty(Ontology.graph());
  private long revision;

  /** What follows from declarations, as it stands in a state. */
  private static Set<Triple> following(Graph state) {
    Set<Triple> following = new HashSet<>();
    Stream.concat(Validity.OF_MUNICIPALITIES.stream(), Stream.of(SC.CURRENT_PHASE))
        .forEach(property -> state.stream(Node.ANY, property, Node.ANY).forEach(following::add));
    return following;
  }

  private static Graph declaration(Node record, String code, Random dice) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(record, RDF.type.asNode(), SC.DECLARATION_CLASS);
    graph.add(record, SC.MUNICIPALITY, Iris.municipality(code));
    // Not always what its own IRI says: a declaration may come to be about something else.
    String slug = "standaard-" + dice.nextInt(6);
    graph.add(record, SC.STANDARD, Iris.standard(slug));
    if (dice.nextBoolean()) {
      graph.add(record, SC.VERSION, Iris.version(slug, "" + dice.nextInt(2)));
    }
    for (int i = 0; i <= dice.nextInt(2); i++) {
      Node phase = NodeFactory.createURI(record.getURI() + "#fase-" + i);
      graph.add(record, SC.PHASE, phase);
      graph.add(phase, SC.PHASE_VALUE, phase(dice));
      graph.add(phase, SC.VALID_FROM, day(2025 + i, dice));
      if (dice.nextInt(3) == 0) {
        graph.add(phase, SC.VALID_UNTIL, end(dice));
      }
    }
    if (dice.nextInt(3) == 0) {
      Node explanation = NodeFactory.createURI(record.getURI() + "#uitleg-1");
      graph.add(record, SC.EXPLANATION, explanation);
      graph.add(explanation, SC.REVIEW_BY, day(2025 + dice.nextInt(3), dice));
    }
    return graph;
  }

  private static Node phase(Random dice) {
    return NodeFactory.createURI(
        Iris.BASE + "def/adoptiefase/" + PHASES.get(dice.nextInt(PHASES.size())));
  }

  private static Node day(int year, Random dice) {
    return NodeFactory.createLiteralDT(
        LocalDate.of(year, 1 + dice.nextInt(12), 1 + dice.nextInt(28)).toString(),
        XSDDatatype.XSDdate);
  }

  private static Node end(Random dice) {
    String day = LocalDate.of(2025, 1, 1).plusDays(dice.nextInt(700)).toString();
    return switch (dice.nextInt(4)) {
      // No rule of a shape forbids it on a record itself.
      case 3 -> NodeFactory.createURI("https://example.org/" + day);
      case 0 -> NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
      case 1 -> NodeFactory.createLiteralDT(day.substring(0, 7), XSDDatatype.XSDgYearMonth);
      default -> NodeFactory.createLiteralDT(day.substring(0, 4), XSDDatatype.XSDgYear);
    };
  }

  private Runnable change(Random dice) {
    String code = "gm000" + dice.nextInt(2);
    Node record = Iris.declaration(code, "standaard-" + dice.nextInt(6));
    if (dice.nextInt(4) == 0) {
      return draft.put(record, Graph.emptyGraph, null);
    }
    revision++;
    Snapshot.Current place =
        new Snapshot.Current(
            revision, revision, Instant.EPOCH, Iris.municipality(code), "hash " + revision);
    return draft.put(record, declaration(record, code, dice), place);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_is_the_same_however_it_came_about(long seed) {
    Random dice = new Random(seed);
    draft.follow(VALIDITY, DAY);
    for (int round = 0; round < 60; round++) {
      List<Runnable> back = new ArrayList<>();
      int changes = 1 + dice.nextInt(8);
      for (int i = 0; i < changes; i++) {
        back.add(0, change(dice));
      }
      if (dice.nextInt(5) == 0) {
        back.forEach(Runnable::run);
      }
      draft.follow(VALIDITY, DAY);
      assertEquals(
          Set.copyOf(VALIDITY.adoption(draft.graph(), DAY)),
          following(draft.graph()),
          "seed " + seed + ", round " + round);
    }
    assertFalse(following(draft.graph()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_is_the_same_from_whichever_day_one_comes(long seed) {
    Random dice = new Random(seed);
    LocalDate day = DAY;
    draft.follow(VALIDITY, day);
    for (int round = 0; round < 120; round++) {
      if (dice.nextInt(3) == 0) {
        change(dice);
      }
      day = day.plusDays(dice.nextInt(81) - 40);
      draft.follow(VALIDITY, day);
      assertEquals(
          Set.copyOf(VALIDITY.adoption(draft.graph(), day)),
          following(draft.graph()),
          "seed " + seed + ", round " + round + ", " + day);
    }
  }
}
