package nl.standaardencatalogus.catalogue.engine;

import java.util.List;

/** The ways of one step, and then those of another. */
final class Either extends Step {
  private final List<Step> steps;
  private int at;

  Either(List<Step> steps) {
    this.steps = steps;
  }

  @Override
  void open() {
    at = -1;
  }

  @Override
  boolean next() {
    while (at < steps.size()) {
      if (at >= 0 && steps.get(at).next()) {
        return true;
      }
      at++;
      if (at < steps.size()) {
        steps.get(at).open();
      }
    }
    return false;
  }
}
