package nl.standaardencatalogus.catalogue.facts.tabular;

/** A table that cannot be taken: which one, where in it, and why. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableException(String place, String reason, Throwable cause) {
    super(place + ": " + reason, cause);
  }
}
