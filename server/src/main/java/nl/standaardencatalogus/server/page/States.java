package nl.standaardencatalogus.server.page;

import java.time.Instant;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.shapes.Report;
import org.apache.jena.graph.Graph;

/** Where pages get the states of the catalogue from, and what the rules say of one. */
public interface States {
  /** The newest state. */
  Snapshot now();

  /** The state as it was recorded at a moment. */
  Snapshot asOf(Instant moment);

  /** What the rules find in a graph; may take long. */
  Report check(Graph graph);
}
