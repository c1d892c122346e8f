package nl.standaardencatalogus.catalogue.engine;

/** Goes where a condition holds. */
final class Filter extends Once {
  private final Condition condition;

  Filter(Condition condition) {
    this.condition = condition;
  }

  @Override
  boolean holds() {
    return condition.holds();
  }
}
