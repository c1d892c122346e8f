package nl.standaardencatalogus.catalogue.engine;

import java.util.Iterator;
import nl.standaardencatalogus.catalogue.triples.Nodes;

/** The rows of a relation of its own that fit what there is: a hash join. */
final class Joined extends Step {
  private final Frame frame;
  private final Held held;
  private final boolean[] gives;
  private Iterator<int[]> rows;

  Joined(Frame frame, Held held) {
    this.frame = frame;
    this.held = held;
    this.gives = new boolean[held.places().length];
  }

  @Override
  void open() {
    for (int i = 0; i < gives.length; i++) {
      gives[i] = frame.values()[held.places()[i]] == Nodes.NONE;
    }
    rows = held.near();
  }

  @Override
  boolean next() {
    give(null);
    while (rows.hasNext()) {
      frame.step();
      int[] row = rows.next();
      if (held.fits(row)) {
        give(row);
        return true;
      }
    }
    return false;
  }

  private void give(int[] row) {
    for (int i = 0; i < gives.length; i++) {
      if (gives[i]) {
        frame.values()[held.places()[i]] = row == null ? Nodes.NONE : row[i];
      }
    }
  }
}
