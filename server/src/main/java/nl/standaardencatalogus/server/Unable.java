package nl.standaardencatalogus.server;

/** Something that a person can put right stands in the way; the message says what. */
final class Unable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unable(String message) {
    super(message);
  }

  Unable(String message, Throwable cause) {
    super(message, cause);
  }
}
