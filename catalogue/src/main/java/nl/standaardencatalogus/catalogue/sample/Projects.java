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

/** The made-up projects of the demonstration, and the advice on paying for them. */
final class Projects {
  private static final String FILE = "projects.ttl";

  private Projects() {}

  /** The curated records, and with them the projects that speak of nothing else. */
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
    try (InputStream in = Projects.class.getResourceAsStream(FILE)) {
      return RecordFiles.read(FILE, Lang.TURTLE, in.readAllBytes(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
