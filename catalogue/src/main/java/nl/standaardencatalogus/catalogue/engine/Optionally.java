package nl.standaardencatalogus.catalogue.engine;

/** The ways of a step, or one way without it when it has none. */
final class Optionally extends Step {
  private final Step step;
  private boolean found;
  private boolean ended;

  Optionally(Step step) {
    this.step = step;
  }

  @Override
  void open() {
    found = false;
    ended = false;
    step.open();
  }

  @Override
  boolean next() {
    if (ended) {
      return false;
    }
    if (step.next()) {
      found = true;
      return true;
    }
    ended = true;
    return !found;
  }
}
