package nl.standaardencatalogus.server.sparql;

import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.triples.Numbered;
import nl.standaardencatalogus.catalogue.triples.NumberedGraph;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph whose every look-up, and every few triples that it gives, are under a {@link Watch}. */
final class WatchedGraph extends WrappedGraph implements Numbered {
  private static final int STEPS = 256;

  private final Watch watch;

  WatchedGraph(Graph graph, Watch watch) {
    super(graph);
    this.watch = watch;
  }

  @Override
  public NumberedGraph numbered() {
    return base instanceof Numbered graph ? graph.numbered() : null;
  }

  @Override
  public void step() {
    watch.check();
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    watch.check();
    return new Watched(base.find(subject, predicate, object));
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    watch.check();
    return new Watched(base.find(pattern));
  }

  @Override
  public Stream<Triple> stream(Node subject, Node predicate, Node object) {
    watch.check();
    return base.stream(subject, predicate, object);
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    watch.check();
    return base.contains(subject, predicate, object);
  }

  @Override
  public boolean contains(Triple triple) {
    watch.check();
    return base.contains(triple);
  }

  private final class Watched extends WrappedIterator<Triple> {
    private int left = STEPS;

    Watched(ExtendedIterator<Triple> triples) {
      super(triples, true);
    }

    @Override
    public Triple next() {
      left--;
      if (left == 0) {
        watch.check();
        left = STEPS;
      }
      return super.next();
    }
  }
}
