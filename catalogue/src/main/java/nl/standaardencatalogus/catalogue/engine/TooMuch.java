package nl.standaardencatalogus.catalogue.engine;

/** A query needs more rows at once than memory should be spent on: to sort, to join or to group. */
public final class TooMuch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooMuch() {
    super("The query has to keep too many rows at once");
  }
}
