package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * Every declaration as maps and counts need it. Most commits change a few declarations out of
 * thousands, so only what has another revision than before is read, and a state shares with the one
 * before it all about the standards that nothing else is declared of.
 */
final class Uptake {
  /** With more changes than this, one question about all is quicker than one for each. */
  private static final int MANY = 100;

  static final Uptake NONE = new Uptake(Map.of(), Set.of(), 0);

  /** By the standard that each is about, as its IRI says: a rule sees to it that it does. */
  private final Map<Node, Map<Node, Declared>> declarations;

  private final Set<Node> changed;
  private final int real;

  /** One declaration, as of one revision. */
  private record Declared(
      long revision,
      List<Phase> phases,
      List<String> explainedFrom,
      Node municipality,
      Node standard,
      boolean invented) {}

  /** A phase, for as long as it holds. */
  private record Phase(Node value, String from, String until) {
    boolean began(String day) {
      return from.compareTo(day) <= 0;
    }

    boolean over(String day) {
      return until != null && until.compareTo(day) < 0;
    }
  }

  private Uptake(Map<Node, Map<Node, Declared>> declarations, Set<Node> changed, int real) {
    this.declarations = declarations;
    this.changed = changed;
    this.real = real;
  }

  /** The standards about which something else is declared than in the state this came from. */
  Set<Node> changed() {
    return changed;
  }

  /** The declarations of another state. */
  Uptake of(Snapshot snapshot, Questions questions) {
    Set<Node> touched = new HashSet<>();
    declarations.values().forEach(own -> touched.addAll(own.keySet()));
    snapshot
        .records()
        .filter(Iris::isDeclaration)
        .forEach(
            declaration -> {
              Declared known = about(declaration).get(declaration);
              long revision = revision(snapshot, declaration);
              if (known != null && known.revision() == revision && revision > 0) {
                touched.remove(declaration);
              } else {
                touched.add(declaration);
              }
            });
    return after(touched, snapshot, questions);
  }

  /** The declarations of another state that differs from this one in these records. */
  Uptake after(Set<Node> records, Snapshot snapshot, Questions questions) {
    Map<Node, Long> touched = new HashMap<>();
    records.stream()
        .filter(Iris::isDeclaration)
        .forEach(declaration -> touched.put(declaration, revision(snapshot, declaration)));
    Map<Node, Declared> read = read(snapshot, questions, touched);
    Map<Node, Map<Node, Declared>> next = new HashMap<>(declarations);
    Map<Node, Map<Node, Declared>> own = new HashMap<>();
    for (Node declaration : touched.keySet()) {
      Map<Node, Declared> same =
          own.computeIfAbsent(standard(declaration), none -> new HashMap<>(about(declaration)));
      same.remove(declaration);
      if (read.containsKey(declaration)) {
        same.put(declaration, read.get(declaration));
      }
    }
    next.putAll(own);
    int before = real(own.keySet().stream().map(it -> declarations.getOrDefault(it, Map.of())));
    return new Uptake(next, own.keySet(), real - before + real(own.values().stream()));
  }

  private static long revision(Snapshot snapshot, Node declaration) {
    return snapshot.current(declaration).map(Snapshot.Current::revision).orElse(0L);
  }

  private static Node standard(Node declaration) {
    return Iris.standardOf(declaration).orElse(declaration);
  }

  /** All about the standard that a declaration is about. */
  private Map<Node, Declared> about(Node declaration) {
    return declarations.getOrDefault(standard(declaration), Map.of());
  }

  private static Map<Node, Declared> read(
      Snapshot snapshot, Questions questions, Map<Node, Long> touched) {
    Map<Node, Declared> read = new HashMap<>();
    rows(snapshot, questions, "adoption/phases", touched)
        .forEach(
            row ->
                read.merge(
                    row.get("declaration"), first(row, touched, snapshot.graph()), Uptake::both));
    for (Row row : rows(snapshot, questions, "adoption/explanations", touched)) {
      Declared own = read.get(row.get("declaration"));
      if (own != null) {
        own.explainedFrom().add(row.has("from") ? row.text("from") : "");
      }
    }
    return read;
  }

  private static List<Row> rows(
      Snapshot snapshot, Questions questions, String question, Map<Node, Long> changed) {
    if (changed.size() > MANY) {
      return questions.select(question, snapshot.graph()).stream()
          .filter(row -> changed.containsKey(row.get("declaration")))
          .toList();
    }
    return changed.keySet().stream()
        .flatMap(
            declaration ->
                questions
                    .select(question, snapshot.graph(), Map.of("declaration", declaration))
                    .stream())
        .toList();
  }

  private static Declared first(Row row, Map<Node, Long> changed, Graph state) {
    List<Phase> phases = new ArrayList<>();
    phases.add(new Phase(row.get("phase"), row.text("from"), row.text("until")));
    return new Declared(
        changed.get(row.get("declaration")),
        phases,
        new ArrayList<>(),
        row.get("municipality"),
        row.get("standard"),
        state.contains(row.get("declaration"), RDF.type.asNode(), SC.SAMPLE_DATA_CLASS));
  }

  private static Declared both(Declared known, Declared more) {
    known.phases().addAll(more.phases());
    return known;
  }

  /** How many declarations there are that nobody made up for demonstration. */
  int real() {
    return real;
  }

  private static int real(Stream<Map<Node, Declared>> some) {
    return (int) some.flatMap(own -> own.values().stream()).filter(it -> !it.invented()).count();
  }

  /** Where each municipality stands with each standard on a day; the furthest where it says two. */
  Map<Node, Map<Node, Held>> on(String day) {
    return on(day, declarations.keySet());
  }

  /** The same for some standards. */
  Map<Node, Map<Node, Held>> on(String day, Set<Node> standards) {
    Map<Node, Map<Node, Held>> held = new HashMap<>();
    for (Node standard : standards) {
      declarations
          .getOrDefault(standard, Map.of())
          .forEach(
              (declaration, declared) -> {
                Held own = held(declaration, declared, day);
                if (own != null) {
                  held.computeIfAbsent(declared.standard(), n -> new HashMap<>())
                      .merge(
                          declared.municipality(),
                          own,
                          (a, b) -> a.stage().compareTo(b.stage()) <= 0 ? a : b);
                }
              });
    }
    return held;
  }

  private static Held held(Node declaration, Declared declared, String day) {
    Phase latest = null;
    for (Phase phase : declared.phases()) {
      if (phase.began(day) && (latest == null || phase.from().compareTo(latest.from()) >= 0)) {
        latest = phase;
      }
    }
    if (latest == null || latest.over(day)) {
      return null;
    }
    boolean explained = declared.explainedFrom().stream().anyMatch(f -> f.compareTo(day) <= 0);
    Stage stage = Stage.of(Slugs.of(latest.value()), explained);
    return new Held(declaration, latest.value(), latest.from(), explained, stage);
  }
}
