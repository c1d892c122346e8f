package nl.standaardencatalogus.catalogue;

/**
 * The data folder cannot be used, or what is in it cannot be trusted. The message is for whoever
 * runs the catalogue: it says what is wrong, where, and what to do.
 */
public class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CatalogueException(String message) {
    super(message);
  }

  public CatalogueException(String message, Throwable cause) {
    super(message, cause);
  }
}
