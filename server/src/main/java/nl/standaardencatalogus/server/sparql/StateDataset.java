package nl.standaardencatalogus.server.sparql;

import java.util.Iterator;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphCollection;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;

/**
 * A snapshot as a dataset: everything in the default graph, and each record as a graph of its own
 * under the record's IRI. Cannot be changed; transactions mean nothing to it.
 */
final class StateDataset extends DatasetGraphCollection {
  private final Snapshot snapshot;
  private final Graph all;
  private final Function<Graph, Graph> watched;
  private final Transactional transactions = TransactionalNull.create();

  StateDataset(Snapshot snapshot, Function<Graph, Graph> watched) {
    this.snapshot = snapshot;
    this.all = watched.apply(snapshot.graph());
    this.watched = watched;
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return snapshot.records().iterator();
  }

  @Override
  public boolean containsGraph(Node graph) {
    return snapshot.current(graph).isPresent();
  }

  @Override
  public Graph getDefaultGraph() {
    return all;
  }

  @Override
  public Graph getGraph(Node graph) {
    return watched.apply(snapshot.record(graph));
  }

  @Override
  public PrefixMap prefixes() {
    return PrefixMapFactory.emptyPrefixMap();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    transactions.begin(type);
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {
    transactions.commit();
  }

  @Override
  public void abort() {
    transactions.abort();
  }

  @Override
  public void end() {
    transactions.end();
  }

  @Override
  public ReadWrite transactionMode() {
    return transactions.transactionMode();
  }

  @Override
  public TxnType transactionType() {
    return transactions.transactionType();
  }

  @Override
  public boolean isInTransaction() {
    return transactions.isInTransaction();
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    throw new UnsupportedOperationException("A snapshot cannot be changed");
  }

  @Override
  public void removeGraph(Node name) {
    throw new UnsupportedOperationException("A snapshot cannot be changed");
  }

  @Override
  public void close() {}
}
