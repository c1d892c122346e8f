package nl.standaardencatalogus.server.page;

import java.util.Optional;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/** What pages tell search engines, as JSON-LD that may stand within HTML. */
public interface Told {
  /** What is told of a thing; empty for most. */
  Optional<String> about(
      Snapshot snapshot, Node thing, String language, Function<Node, Optional<String>> page);
}
