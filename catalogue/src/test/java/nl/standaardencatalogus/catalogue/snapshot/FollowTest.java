package nl.standaardencatalogus.catalogue.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.apache.jena.vocabulary.DCTerms;
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

  /** What follows from decisions and statements of status, as it stands in a state. */
  private static Set<Triple> ofStandards(Graph state) {
    Set<Triple> following = new HashSet<>();
    Validity.OF_STANDARDS.forEach(
        property -> state.stream(Node.ANY, property, Node.ANY).forEach(following::add));
    return following;
  }

  /** A day, with the zone that a date may have, or a month or a year. */
  private static Node zoned(Random dice) {
    String day = LocalDate.of(2024, 1, 1).plusDays(dice.nextInt(1300)).toString();
    return switch (dice.nextInt(6)) {
      case 0 -> NodeFactory.createLiteralDT(day + "Z", XSDDatatype.XSDdate);
      case 1 -> NodeFactory.createLiteralDT(day + "+01:00", XSDDatatype.XSDdate);
      case 2 -> NodeFactory.createLiteralDT(day.substring(0, 7), XSDDatatype.XSDgYearMonth);
      case 3 -> NodeFactory.createLiteralDT(day.substring(0, 4), XSDDatatype.XSDgYear);
      default -> NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    };
  }

  private static Graph decision(Node record, Random dice) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(record, RDF.type.asNode(), SC.DECISION_CLASS);
    graph.add(record, SC.DECISION_BODY, Iris.organisation("orgaan-" + dice.nextInt(2)));
    graph.add(record, SC.COVERS, Iris.standard("standaard-" + dice.nextInt(3)));
    graph.add(
        record,
        SC.FORCE,
        NodeFactory.createURI(
            Iris.BASE
                + "def/vng-verbindendheid/"
                + (dice.nextBoolean() ? "verplicht" : "aanbevolen")));
    graph.add(record, dice.nextBoolean() ? SC.EFFECTIVE_FROM : SC.DECIDED_ON, zoned(dice));
    if (dice.nextInt(3) == 0) {
      graph.add(record, SC.EFFECTIVE_UNTIL, zoned(dice));
    }
    if (dice.nextInt(4) == 0) {
      graph.add(record, SC.SUPERSEDES, Iris.decision("2026", "proef-" + dice.nextInt(5)));
    }
    return graph;
  }

  private static Graph standard(Node record, Random dice) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(record, RDF.type.asNode(), SC.STANDARD_CLASS);
    if (dice.nextBoolean()) {
      graph.add(record, DCTerms.isPartOf.asNode(), Iris.standard("standaard-" + dice.nextInt(3)));
    }
    Node status = NodeFactory.createURI(record.getURI() + "#status-1");
    graph.add(record, SC.STATUS, status);
    graph.add(status, RDF.type.asNode(), SC.STATUS_STATEMENT_CLASS);
    graph.add(status, SC.ABOUT, record);
    graph.add(status, SC.AXIS, NodeFactory.createURI(Iris.BASE + "def/status-as/levensfase"));
    graph.add(
        status, SC.STATUS_VALUE, NodeFactory.createURI(Iris.BASE + "def/levensfase/in-gebruik"));
    if (dice.nextBoolean()) {
      graph.add(status, SC.VALID_FROM, zoned(dice));
    }
    if (dice.nextBoolean()) {
      graph.add(status, SC.VALID_UNTIL, zoned(dice));
    }
    return graph;
  }

  /** A decision or a standard, changed or taken away. */
  private void changeOfStandards(Random dice) {
    boolean decides = dice.nextBoolean();
    Node record =
        decides
            ? Iris.decision("2026", "proef-" + dice.nextInt(5))
            : Iris.standard("standaard-" + dice.nextInt(3));
    if (dice.nextInt(5) == 0) {
      draft.put(record, Graph.emptyGraph, null);
      return;
    }
    revision++;
    draft.put(
        record,
        decides ? decision(record, dice) : standard(record, dice),
        new Snapshot.Current(
            revision, revision, Instant.EPOCH, Iris.organisation("vng"), "hash " + revision));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_follows_for_standards_is_the_same_from_whichever_day_one_comes(long seed) {
    Random dice = new Random(seed);
    LocalDate day = DAY;
    boolean any = false;
    draft.follow(VALIDITY, day);
    for (int round = 0; round < 120; round++) {
      if (dice.nextInt(3) == 0) {
        changeOfStandards(dice);
      }
      day = day.plusDays(dice.nextInt(401) - 200);
      draft.follow(VALIDITY, day);
      assertEquals(
          Set.copyOf(VALIDITY.standards(draft.graph(), day)),
          ofStandards(draft.graph()),
          "seed " + seed + ", round " + round + ", " + day);
      any |= !ofStandards(draft.graph()).isEmpty();
    }
    assertTrue(any);
  }

  /** Steps further than a declaration is kept for, and dates with zones in it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_follows_for_municipalities_is_the_same_after_a_long_step(long seed) {
    Random dice = new Random(seed);
    LocalDate day = DAY;
    draft.follow(VALIDITY, day);
    for (int round = 0; round < 120; round++) {
      if (dice.nextInt(3) == 0) {
        String code = "gm000" + dice.nextInt(2);
        Node record = Iris.declaration(code, "standaard-" + dice.nextInt(6));
        Graph graph = declaration(record, code, dice);
        Node phase = NodeFactory.createURI(record.getURI() + "#fase-0");
        graph.remove(phase, SC.VALID_UNTIL, Node.ANY);
        graph.add(phase, SC.VALID_UNTIL, zoned(dice));
        revision++;
        draft.put(
            record,
            graph,
            new Snapshot.Current(
                revision, revision, Instant.EPOCH, Iris.municipality(code), "hash " + revision));
      }
      day = day.plusDays(dice.nextInt(2) == 0 ? dice.nextInt(81) - 40 : dice.nextInt(801) - 400);
      draft.follow(VALIDITY, day);
      assertEquals(
          Set.copyOf(VALIDITY.adoption(draft.graph(), day)),
          following(draft.graph()),
          "seed " + seed + ", round " + round + ", " + day);
    }
  }
}
