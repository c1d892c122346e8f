package nl.standaardencatalogus.server.news;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.revision.Arrival;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/** Where news comes from. */
public interface Source {
  /** The newest state. */
  Snapshot now();

  /** The revision with this number. */
  Optional<Revision> revision(long number);

  /** The newest revisions of some records, deletions included, newest first. */
  List<Arrival> newest(Predicate<Node> records, int most);
}
