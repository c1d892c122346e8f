package nl.standaardencatalogus.catalogue.engine;

import nl.standaardencatalogus.catalogue.triples.Matching;
import nl.standaardencatalogus.catalogue.triples.Nodes;

/** The triples that match a pattern. */
final class Match extends Step {
  private final Frame frame;
  private final Matching matching;
  private final int subject;
  private final int predicate;
  private final int object;
  private boolean givesSubject;
  private boolean givesPredicate;
  private boolean givesObject;

  /** The places in the frame of the three parts, which differ from each other. */
  Match(Frame frame, int subject, int predicate, int object) {
    this.frame = frame;
    this.matching = new Matching(frame.graph());
    this.subject = subject;
    this.predicate = predicate;
    this.object = object;
  }

  @Override
  void open() {
    int[] values = frame.values();
    givesSubject = values[subject] == Nodes.NONE;
    givesPredicate = values[predicate] == Nodes.NONE;
    givesObject = values[object] == Nodes.NONE;
    matching.begin(values[subject], values[predicate], values[object]);
  }

  @Override
  boolean next() {
    frame.step();
    boolean found = matching.next();
    int[] values = frame.values();
    if (givesSubject) {
      values[subject] = found ? matching.subject() : Nodes.NONE;
    }
    if (givesPredicate) {
      values[predicate] = found ? matching.predicate() : Nodes.NONE;
    }
    if (givesObject) {
      values[object] = found ? matching.object() : Nodes.NONE;
    }
    return found;
  }
}
