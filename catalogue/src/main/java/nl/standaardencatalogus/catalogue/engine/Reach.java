package nl.standaardencatalogus.catalogue.engine;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntIterators;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import nl.standaardencatalogus.catalogue.triples.Neighbours;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import nl.standaardencatalogus.catalogue.triples.Property;
import nl.standaardencatalogus.catalogue.triples.Span;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * The pairs of nodes between which a path leads, each once: for paths that repeat ({@code *},
 * {@code +}) or may be left out ({@code ?}). Follows SPARQL 1.1, section 18.4.
 */
final class Reach extends Step {
  private final Frame frame;
  private final Path path;
  private final int subject;
  private final int object;
  private boolean givesSubject;
  private boolean givesObject;
  private boolean same;
  private IntIterator starts;
  private IntIterator ends;

  Reach(Frame frame, int subject, Path path, int object) {
    this.frame = frame;
    this.subject = subject;
    this.path = path;
    this.object = object;
  }

  /** Whether this step can follow a path, and each node it leads to counts once. */
  static boolean canFollow(Path path) {
    return (path instanceof P_ZeroOrMore1
            || path instanceof P_OneOrMore1
            || path instanceof P_ZeroOrOne)
        && known(path);
  }

  private static boolean known(Path path) {
    if (path instanceof P_Alt || path instanceof P_Seq) {
      P_Path2 two = (P_Path2) path;
      return known(two.getLeft()) && known(two.getRight());
    }
    if (path instanceof P_ZeroOrMore1
        || path instanceof P_OneOrMore1
        || path instanceof P_ZeroOrOne
        || path instanceof P_Inverse) {
      return known(((P_Path1) path).getSubPath());
    }
    return path instanceof P_Link || path instanceof P_ReverseLink;
  }

  @Override
  void open() {
    int[] values = frame.values();
    same = subject == object;
    givesSubject = values[subject] == Nodes.NONE;
    givesObject = values[object] == Nodes.NONE && !same;
    ends = IntIterators.EMPTY_ITERATOR;
    starts = IntIterators.EMPTY_ITERATOR;
    if (!givesSubject) {
      ends = from(values[subject], true);
    } else if (!givesObject && !same) {
      ends = from(values[object], false);
    } else {
      starts = everything();
    }
  }

  private IntIterator from(int node, boolean forward) {
    IntLinkedOpenHashSet reached = new IntLinkedOpenHashSet();
    follow(path, node, forward, reached);
    return reached.iterator();
  }

  private IntIterator everything() {
    IntOpenHashSet all = new IntOpenHashSet();
    for (IntIterator each = frame.graph().properties(); each.hasNext(); ) {
      Property property = frame.graph().property(each.nextInt());
      property.objects().keys().forEachRemaining(all::add);
      property.subjects().keys().forEachRemaining(all::add);
    }
    return all.iterator();
  }

  @Override
  boolean next() {
    int[] values = frame.values();
    while (true) {
      frame.step();
      if (ends.hasNext()) {
        int end = ends.nextInt();
        if (givesObject) {
          values[object] = end;
          return true;
        }
        if (givesSubject && !same) {
          values[subject] = end;
          return true;
        }
        if (end == values[object]) {
          // Each pair counts once.
          ends = IntIterators.EMPTY_ITERATOR;
          return true;
        }
      } else if (starts.hasNext()) {
        values[subject] = starts.nextInt();
        ends = from(values[subject], true);
      } else {
        if (givesSubject) {
          values[subject] = Nodes.NONE;
        }
        if (givesObject) {
          values[object] = Nodes.NONE;
        }
        return false;
      }
    }
  }

  private void follow(Path path, int node, boolean forward, IntLinkedOpenHashSet reached) {
    if (path instanceof P_Link link) {
      link(link.getNode(), node, forward, reached);
    } else if (path instanceof P_ReverseLink link) {
      link(link.getNode(), node, !forward, reached);
    } else if (path instanceof P_Inverse inverse) {
      follow(inverse.getSubPath(), node, !forward, reached);
    } else if (path instanceof P_Alt alternatives) {
      follow(alternatives.getLeft(), node, forward, reached);
      follow(alternatives.getRight(), node, forward, reached);
    } else if (path instanceof P_Seq both) {
      IntLinkedOpenHashSet half = new IntLinkedOpenHashSet();
      follow(forward ? both.getLeft() : both.getRight(), node, forward, half);
      half.forEach(
          mid -> follow(forward ? both.getRight() : both.getLeft(), mid, forward, reached));
    } else {
      Path repeated = ((P_Path1) path).getSubPath();
      if (path instanceof P_ZeroOrOne) {
        follow(repeated, node, forward, reached);
        reached.add(node);
      } else {
        closure(repeated, node, forward, path instanceof P_ZeroOrMore1, reached);
      }
    }
  }

  private void closure(
      Path step, int node, boolean forward, boolean itself, IntLinkedOpenHashSet reached) {
    IntLinkedOpenHashSet seen = new IntLinkedOpenHashSet();
    IntLinkedOpenHashSet next = new IntLinkedOpenHashSet();
    if (itself) {
      seen.add(node);
    }
    next.add(node);
    while (!next.isEmpty()) {
      frame.step();
      IntLinkedOpenHashSet found = new IntLinkedOpenHashSet();
      follow(step, next.removeFirstInt(), forward, found);
      found.forEach(
          other -> {
            if (seen.add(other)) {
              next.add(other);
            }
          });
    }
    reached.addAll(seen);
  }

  private void link(Node name, int node, boolean forward, IntLinkedOpenHashSet reached) {
    Property property = frame.graph().property(frame.terms().number(name));
    Neighbours neighbours = forward ? property.objects() : property.subjects();
    Span span = new Span();
    neighbours.of(node, span);
    for (int other = span.next(); other != Nodes.NONE; other = span.next()) {
      reached.add(other);
    }
  }
}
