package nl.standaardencatalogus.catalogue.engine;

import java.util.Iterator;

/** Goes where no row of a relation fits and shares a variable: MINUS. */
final class Minus extends Once {
  private final Frame frame;
  private final Held held;

  Minus(Frame frame, Held held) {
    this.frame = frame;
    this.held = held;
  }

  @Override
  boolean holds() {
    for (Iterator<int[]> rows = held.near(); rows.hasNext(); ) {
      frame.step();
      int[] row = rows.next();
      if (held.fits(row) && held.shares(row)) {
        return false;
      }
    }
    return true;
  }
}
