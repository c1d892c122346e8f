package nl.standaardencatalogus.catalogue.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import nl.standaardencatalogus.catalogue.triples.Numbered;
import nl.standaardencatalogus.catalogue.triples.NumberedGraph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;

/** One query, or a part of one, that runs over a graph; for one thread. */
final class Execution {
  /** So many steps take about as long as a look at the clock may cost. */
  private static final int STEPS = 256;

  /** The part of the heap that the rows of one query may take. */
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

  /** What a row takes besides its numbers: the array, and its place in a table. */
  private static final int ROW_BYTES = 80;

  private final Numbered door;
  private final NumberedGraph graph;
  private final ExecutionContext context;
  private final Terms terms;
  private final Counts counts;
  private final AtomicBoolean cancelled;
  private int steps;
  private long held;

  Execution(Numbered door, ExecutionContext context) {
    this.door = door;
    this.graph = door.numbered();
    this.context = context;
    this.terms = new Terms(graph.nodes());
    this.counts = new Counts(graph);
    this.cancelled = context.getCancelSignal();
  }

  NumberedGraph graph() {
    return graph;
  }

  ExecutionContext context() {
    return context;
  }

  Counts counts() {
    return counts;
  }

  Terms terms() {
    return terms;
  }

  /** The rows of algebra before which nothing comes; throws {@link Plan.Beyond}. */
  Relation relation(Op op) {
    return new Relations(this).of(op);
  }

  /** Counts a step of work; every few of them, ends a query that must not go on. */
  void step() {
    steps++;
    if (steps % STEPS == 0) {
      if (cancelled != null && cancelled.get()) {
        throw new QueryCancelledException();
      }
      door.step();
    }
  }

  /** Counts a row that is kept until the query ends; throws {@link TooMuch}. */
  void hold(int numbers) {
    held += ROW_BYTES + (long) Integer.BYTES * numbers;
    if (held > MOST_BYTES) {
      throw new TooMuch();
    }
  }
}
