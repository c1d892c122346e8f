package nl.standaardencatalogus.catalogue.snapshot;

import nl.standaardencatalogus.catalogue.engine.Measured;
import nl.standaardencatalogus.catalogue.engine.Statistics;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphReadOnly;

/**
 * The triples of a snapshot, which nobody can change, with statistics that are taken over from the
 * state before while that is much the same, and else counted when they are first asked for.
 */
final class StateGraph extends GraphReadOnly implements Measured {
  private final Graph triples;
  private Statistics statistics;

  StateGraph(Graph triples, Statistics before) {
    super(triples);
    this.triples = triples;
    this.statistics = before == null || before.outgrown(triples.size()) ? null : before;
  }

  @Override
  public synchronized Statistics statistics() {
    if (statistics == null) {
      statistics = Statistics.of(triples);
    }
    return statistics;
  }

  /** The statistics if there are any yet; else null. */
  synchronized Statistics known() {
    return statistics;
  }
}
