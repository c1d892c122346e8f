package nl.standaardencatalogus.catalogue.triples;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntIterators;

/**
 * Goes through the triples of a graph that match a pattern, which may be set again and again.
 * {@link Nodes#NONE} leaves a place of the pattern open.
 */
public final class Matching {
  private final NumberedGraph graph;
  private final Span span = new Span();
  private IntIterator predicates;
  private IntIterator subjects = IntIterators.EMPTY_ITERATOR;
  private Property property;
  private int givenSubject;
  private int givenObject;
  private int subject;
  private int predicate;
  private int object;

  public Matching(NumberedGraph graph) {
    this.graph = graph;
  }

  /** Begins with a pattern. */
  public void begin(int subject, int predicate, int object) {
    givenSubject = subject;
    givenObject = object;
    subjects = IntIterators.EMPTY_ITERATOR;
    if (predicate == Nodes.NONE) {
      predicates = graph.propertiesOf(subject);
      span.over(Nodes.NONE);
    } else {
      predicates = null;
      within(predicate);
    }
  }

  private void within(int predicate) {
    this.predicate = predicate;
    property = graph.property(predicate);
    subject = givenSubject;
    object = givenObject;
    if (givenSubject != Nodes.NONE && givenObject != Nodes.NONE) {
      span.over(property.contains(givenSubject, givenObject) ? givenObject : Nodes.NONE);
    } else if (givenSubject != Nodes.NONE) {
      property.objects().of(givenSubject, span);
    } else if (givenObject != Nodes.NONE) {
      property.subjects().of(givenObject, span);
    } else {
      span.over(Nodes.NONE);
      subjects = property.objects().keys();
    }
  }

  /** Goes on to the next triple; says whether there is one. */
  public boolean next() {
    while (true) {
      int number = span.next();
      if (number != Nodes.NONE) {
        if (givenSubject == Nodes.NONE && givenObject != Nodes.NONE) {
          subject = number;
        } else {
          object = number;
        }
        return true;
      }
      if (givenSubject == Nodes.NONE && givenObject == Nodes.NONE && subjects.hasNext()) {
        subject = subjects.nextInt();
        property.objects().of(subject, span);
      } else if (predicates != null && predicates.hasNext()) {
        within(predicates.nextInt());
      } else {
        return false;
      }
    }
  }

  public int subject() {
    return subject;
  }

  public int predicate() {
    return predicate;
  }

  public int object() {
    return object;
  }
}
