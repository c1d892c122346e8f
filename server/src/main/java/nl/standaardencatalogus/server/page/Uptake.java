package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/**
 * Every declaration as maps and counts need it. Most commits change a few declarations out of
 * thousands, so what has the same revision as before is taken over and only the rest is read.
 */
final class Uptake {
  /** With more changes than this, one question about all is quicker than one for each. */
  private static final int MANY = 100;

  static final Uptake NONE = new Uptake(Map.of(), Set.of());

  private final Map<Node, Declared> declarations;
  private final Set<Node> changed;

  /** One declaration, as of one revision. */
  private record Declared(
      long revision,
      List<Phase> phases,
      List<String> explainedFrom,
      Node municipality,
      Node standard) {}

  /** A phase, for as long as it holds. */
  private record Phase(Node value, String from, String until) {
    boolean began(String day) {
      return from.compareTo(day) <= 0;
    }

    boolean over(String day) {
      return until != null && until.compareTo(day) < 0;
    }
  }

  private Uptake(Map<Node, Declared> declarations, Set<Node> changed) {
    this.declarations = declarations;
    this.changed = changed;
  }

  /** The standards about which something else is declared than in the state this came from. */
  Set<Node> changed() {
    return changed;
  }

  /** The declarations of another state. */
  Uptake of(Snapshot snapshot, Questions questions) {
    Map<Node, Declared> next = new HashMap<>();
    Set<Node> touched = new HashSet<>(declarations.keySet());
    snapshot
        .records()
        .filter(Unnamed::isDeclaration)
        .forEach(
            declaration -> {
              Declared known = declarations.get(declaration);
              long revision = revision(snapshot, declaration);
              if (known != null && known.revision() == revision && revision > 0) {
                next.put(declaration, known);
                touched.remove(declaration);
              } else {
                touched.add(declaration);
              }
            });
    return read(snapshot, questions, next, touched);
  }

  /** The declarations of another state that differs from this one in these records. */
  Uptake after(Set<Node> records, Snapshot snapshot, Questions questions) {
    Map<Node, Declared> next = new HashMap<>(declarations);
    Set<Node> touched = new HashSet<>(records);
    touched.removeIf(record -> !Unnamed.isDeclaration(record));
    next.keySet().removeAll(touched);
    return read(snapshot, questions, next, touched);
  }

  private static long revision(Snapshot snapshot, Node declaration) {
    return snapshot.current(declaration).map(Snapshot.Current::revision).orElse(0L);
  }

  /** Adds those of the touched ones that are there to those that are known. */
  private Uptake read(
      Snapshot snapshot, Questions questions, Map<Node, Declared> next, Set<Node> touched) {
    Map<Node, Long> changed = new HashMap<>();
    touched.forEach(declaration -> changed.put(declaration, revision(snapshot, declaration)));
    List<Row> phases = rows(snapshot, questions, "adoption/phases", changed);
    List<Row> explanations = rows(snapshot, questions, "adoption/explanations", changed);
    phases.forEach(row -> next.merge(row.get("declaration"), first(row, changed), Uptake::both));
    for (Row row : explanations) {
      Declared own = next.get(row.get("declaration"));
      if (own != null && changed.containsKey(row.get("declaration"))) {
        own.explainedFrom().add(row.has("from") ? row.text("from") : "");
      }
    }
    return new Uptake(next, standards(next, touched));
  }

  private Set<Node> standards(Map<Node, Declared> next, Set<Node> touched) {
    return touched.stream()
        .flatMap(record -> Stream.of(declarations, next).map(all -> all.get(record)))
        .filter(Objects::nonNull)
        .map(Declared::standard)
        .collect(Collectors.toSet());
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

  private static Declared first(Row row, Map<Node, Long> changed) {
    List<Phase> phases = new ArrayList<>();
    phases.add(new Phase(row.get("phase"), row.text("from"), row.text("until")));
    return new Declared(
        changed.get(row.get("declaration")),
        phases,
        new ArrayList<>(),
        row.get("municipality"),
        row.get("standard"));
  }

  private static Declared both(Declared known, Declared more) {
    known.phases().addAll(more.phases());
    return known;
  }

  /** Where each municipality stands with each standard on a day; the furthest where it says two. */
  Map<Node, Map<Node, Held>> on(String day) {
    return on(day, standard -> true);
  }

  /** The same for some standards. */
  Map<Node, Map<Node, Held>> on(String day, Predicate<Node> standards) {
    Map<Node, Map<Node, Held>> held = new HashMap<>();
    declarations.forEach(
        (declaration, declared) -> {
          Held own = standards.test(declared.standard()) ? held(declaration, declared, day) : null;
          if (own != null) {
            held.computeIfAbsent(declared.standard(), n -> new HashMap<>())
                .merge(
                    declared.municipality(),
                    own,
                    (a, b) -> a.stage().compareTo(b.stage()) <= 0 ? a : b);
          }
        });
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
