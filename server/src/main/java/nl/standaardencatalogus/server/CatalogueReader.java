package nl.standaardencatalogus.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.revision.Arrival;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.server.document.Archive;
import nl.standaardencatalogus.server.news.Source;
import nl.standaardencatalogus.server.page.States;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** The catalogue as pages, documents and news read it. */
record CatalogueReader(Catalogue catalogue) implements States, Archive, Source {
  @Override
  public Snapshot now() {
    return catalogue.snapshot();
  }

  @Override
  public Snapshot asOf(Instant moment) {
    return catalogue.asOf(moment);
  }

  @Override
  public List<Moment> moments(Node record) {
    return catalogue.moments(record);
  }

  @Override
  public List<Arrival> newest(Predicate<Node> records, int most) {
    return catalogue.newest(records, most);
  }

  @Override
  public Optional<Revision> revision(long number) {
    return catalogue.revision(number);
  }

  @Override
  public Optional<Commit> commit(long number) {
    return catalogue.commit(number);
  }

  @Override
  public Optional<Commit> commitOf(long revision) {
    return catalogue.commitOf(revision);
  }

  @Override
  public Optional<Tombstone> tombstone(Node record) {
    return catalogue.tombstone(record);
  }

  @Override
  public Graph words() {
    return Ontology.graph();
  }

  @Override
  public Graph rules() {
    return Rules.published();
  }
}
