package nl.standaardencatalogus.catalogue.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;

/**
 * What is made up for the demonstration and is no declaration: projects with the advice on paying
 * for them, and a procedure with the meeting in which it comes up.
 */
final class MadeUp {
  private static final List<String> FILES = List.of("projects.ttl", "procedures.ttl");

  private MadeUp() {}

  /** The curated records, and with them what is made up and speaks of nothing else. */
  static List<Change> with(List<Change> curated) {
    List<Change> all = new ArrayList<>(curated);
    Set<Node> known = new HashSet<>();
    curated.forEach(change -> known.add(change.record()));
    List<Change> waiting = new ArrayList<>(read());
    for (List<Change> next = ready(waiting, known); !next.isEmpty(); next = ready(waiting, known)) {
      next.forEach(change -> known.add(change.record()));
      all.addAll(next);
      waiting.removeAll(next);
    }
    return all;
  }

  private static List<Change> ready(List<Change> waiting, Set<Node> known) {
    return waiting.stream().filter(change -> refersTo(change, known)).toList();
  }

  private static boolean refersTo(Change change, Set<Node> known) {
    return change.graph().stream()
        .map(Triple::getObject)
        .filter(Node::isURI)
        .map(Iris::recordOf)
        .filter(Iris::canBeRecord)
        .allMatch(it -> it.equals(change.record()) || known.contains(it));
  }

  private static List<Change> read() {
    return FILES.stream().flatMap(file -> read(file).stream()).toList();
  }

  private static List<Change> read(String file) {
    try (InputStream in = MadeUp.class.getResourceAsStream(file)) {
      return RecordFiles.read(file, Lang.TURTLE, in.readAllBytes(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
