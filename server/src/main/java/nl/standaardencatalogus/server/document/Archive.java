package nl.standaardencatalogus.server.document;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Where documents get what they say. */
public interface Archive {
  /** The newest state. */
  Snapshot now();

  /** When the revisions of a record were recorded, oldest first; none for what never was. */
  List<Moment> moments(Node record);

  /** The revision of this number. */
  Optional<Revision> revision(long number);

  /** The commit of this number. */
  Optional<Commit> commit(long number);

  /** The commit that a revision is in. */
  Optional<Commit> commitOf(long revision);

  /** What is left of a record that was deleted; empty for what is there, or never was. */
  Optional<Tombstone> tombstone(Node record);

  /** The words: ontology and code lists. */
  Graph words();

  /** The rules as published. */
  Graph rules();
}
