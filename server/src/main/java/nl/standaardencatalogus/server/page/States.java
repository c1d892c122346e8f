package nl.standaardencatalogus.server.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/** Where pages get the states of the catalogue from. */
public interface States {
  /** The newest state. */
  Snapshot now();

  /** The state as it was recorded at a moment. */
  Snapshot asOf(Instant moment);

  /** The revision with this number. */
  Optional<Revision> revision(long number);

  /** The commit with this number. */
  Optional<Commit> commit(long number);

  /** The commit that a revision is in. */
  Optional<Commit> commitOf(long revision);

  /** What is left of a record that was deleted; empty for what is there, or never was. */
  Optional<Tombstone> tombstone(Node record);

  /** When the revisions of a record were recorded, oldest first. */
  List<Moment> moments(Node record);
}
