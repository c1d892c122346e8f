package nl.standaardencatalogus.catalogue.engine;

import java.util.List;

/** Steps one after another: all the ways in which all of them can go. */
final class Sequence extends Step {
  private final Step[] steps;
  private int at;

  Sequence(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
  }

  @Override
  void open() {
    at = -1;
  }

  @Override
  boolean next() {
    if (at < 0) {
      at = 0;
      if (steps.length > 0) {
        steps[0].open();
      } else {
        return true;
      }
    } else if (steps.length == 0) {
      return false;
    }
    while (at >= 0) {
      if (!steps[at].next()) {
        at--;
      } else if (at == steps.length - 1) {
        return true;
      } else {
        steps[++at].open();
      }
    }
    // Stays at its end until it is opened again.
    at = 0;
    return false;
  }
}
