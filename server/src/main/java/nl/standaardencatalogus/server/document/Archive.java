package nl.standaardencatalogus.server.document;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Where documents get what they say. */
public interface Archive {
  /** The newest state. */
  Snapshot now();

  /** Every revision of a record, oldest first; empty when there never was such a record. */
  List<Revision> revisions(Node record);

  /** The revision of this number. */
  Optional<Revision> revision(long number);

  /** The commit of this number. */
  Optional<Commit> commit(long number);

  /** The words: ontology and code lists. */
  Graph words();

  /** The rules as published. */
  Graph rules();
}
