package nl.standaardencatalogus.catalogue.triples;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntIterators;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.shared.DeleteDeniedException;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph in the heap that keeps its triples as numbers, property by property and from both ends. A
 * copy shares all of it and copies a property only when it changes one of its triples, so that a
 * state and the one after it cost little more than one. Terms are equal when they are the same
 * term.
 *
 * <p>One thread may change it until it is frozen, which copying does too; after that any number may
 * read it.
 */
public final class NumberedGraph extends GraphBase implements Numbered {
  private final Nodes nodes;
  private final Int2ObjectOpenHashMap<Property> properties;
  private Property used;
  private int size;
  private boolean frozen;

  /** An empty graph. */
  public NumberedGraph() {
    this(new Nodes(), new Int2ObjectOpenHashMap<>(), Property.EMPTY, 0);
  }

  private NumberedGraph(
      Nodes nodes, Int2ObjectOpenHashMap<Property> properties, Property used, int size) {
    this.nodes = nodes;
    this.properties = properties;
    this.used = used;
    this.size = size;
  }

  /** A graph that begins as this one is; this one cannot be changed any more. */
  public NumberedGraph copy() {
    freeze();
    return new NumberedGraph(nodes, properties.clone(), used, size);
  }

  /** Keeps it as it is from now on. */
  public NumberedGraph freeze() {
    frozen = true;
    return this;
  }

  @Override
  public NumberedGraph numbered() {
    return this;
  }

  /** What the numbers stand for. */
  public Nodes nodes() {
    return nodes;
  }

  /** The triples of a property; none for what is not used as one. */
  public Property property(int number) {
    return properties.getOrDefault(number, Property.EMPTY);
  }

  /** The numbers of all properties. */
  public IntIterator properties() {
    return properties.keySet().iterator();
  }

  @Override
  public void performAdd(Triple triple) {
    if (frozen) {
      throw new AddDeniedException("The graph is frozen", triple);
    }
    int subject = nodes.number(triple.getSubject());
    int predicate = nodes.number(triple.getPredicate());
    int object = nodes.number(triple.getObject());
    Property property = property(predicate);
    if (property.contains(subject, object)) {
      return;
    }
    if (property.objects().count(subject) == 0) {
      used = used.ownedBy(this);
      used.add(subject, predicate);
    }
    property = property.ownedBy(this);
    property.add(subject, object);
    properties.put(predicate, property);
    size++;
  }

  @Override
  public void performDelete(Triple triple) {
    if (frozen) {
      throw new DeleteDeniedException("The graph is frozen", triple);
    }
    int subject = nodes.find(triple.getSubject());
    int predicate = nodes.find(triple.getPredicate());
    int object = nodes.find(triple.getObject());
    if (!property(predicate).contains(subject, object)) {
      return;
    }
    Property property = property(predicate).ownedBy(this);
    property.remove(subject, object);
    if (property.size() == 0) {
      properties.remove(predicate);
    } else {
      properties.put(predicate, property);
    }
    if (property.objects().count(subject) == 0) {
      used = used.ownedBy(this);
      used.remove(subject, predicate);
    }
    size--;
  }

  @Override
  protected int graphBaseSize() {
    return size;
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return pattern.isConcrete()
        ? property(nodes.find(pattern.getPredicate()))
            .contains(nodes.find(pattern.getSubject()), nodes.find(pattern.getObject()))
        : graphBaseFind(pattern).hasNext();
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    int subject = number(pattern.getSubject());
    int predicate = number(pattern.getPredicate());
    int object = number(pattern.getObject());
    if (subject == UNKNOWN || predicate == UNKNOWN || object == UNKNOWN) {
      return WrappedIterator.emptyIterator();
    }
    return WrappedIterator.createNoRemove(new Found(subject, predicate, object));
  }

  private static final int UNKNOWN = -1;

  private int number(Node node) {
    if (!node.isConcrete()) {
      return Nodes.NONE;
    }
    int number = nodes.find(node);
    return number == Nodes.NONE ? UNKNOWN : number;
  }

  /** A cursor over the triples that match; {@link Nodes#NONE} leaves a place open. */
  private final class Found implements Iterator<Triple> {
    private final Matching matching = new Matching(NumberedGraph.this);
    private boolean ready;

    Found(int subject, int predicate, int object) {
      matching.begin(subject, predicate, object);
    }

    @Override
    public boolean hasNext() {
      ready = ready || matching.next();
      return ready;
    }

    @Override
    public Triple next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      return Triple.create(
          nodes.node(matching.subject()),
          nodes.node(matching.predicate()),
          nodes.node(matching.object()));
    }
  }

  /** Copies any other graph. */
  public static NumberedGraph of(Graph graph) {
    NumberedGraph copy = new NumberedGraph();
    graph.find().forEach(copy::performAdd);
    return copy;
  }

  /** All that something is said of; each once. */
  public Stream<Node> subjects() {
    Neighbours of = used.objects();
    int[] numbers = IntIterators.unwrap(of.keys());
    return Arrays.stream(numbers).mapToObj(nodes::node);
  }

  /** All that a property leads to; each once. */
  public Stream<Node> objects(Node predicate) {
    Neighbours of = property(nodes.find(predicate)).subjects();
    return Arrays.stream(IntIterators.unwrap(of.keys())).mapToObj(nodes::node);
  }

  IntIterator propertiesOf(int subject) {
    if (subject == Nodes.NONE) {
      return properties();
    }
    Span span = new Span();
    used.objects().of(subject, span);
    int[] all = new int[used.objects().count(subject)];
    for (int i = 0; i < all.length; i++) {
      all[i] = span.next();
    }
    return IntIterators.wrap(all);
  }
}
