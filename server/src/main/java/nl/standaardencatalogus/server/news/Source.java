package nl.standaardencatalogus.server.news;

import java.util.List;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.revision.Arrival;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/** Where news comes from. */
public interface Source {
  /** The newest state. */
  Snapshot now();

  /** The newest revisions of some records, deletions included, newest first. */
  List<Arrival> newest(Predicate<Node> records, int most);
}
