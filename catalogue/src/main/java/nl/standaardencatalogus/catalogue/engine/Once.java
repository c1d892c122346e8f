package nl.standaardencatalogus.catalogue.engine;

/** A step that can go one way, or none. */
abstract class Once extends Step {
  private boolean done;

  /** Whether it goes; may give values. */
  abstract boolean holds();

  /** Takes back what it gave. */
  void undo() {}

  @Override
  final void open() {
    done = false;
  }

  @Override
  final boolean next() {
    if (done) {
      undo();
      return false;
    }
    done = true;
    return holds();
  }
}
