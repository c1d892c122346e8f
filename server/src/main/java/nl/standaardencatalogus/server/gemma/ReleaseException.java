package nl.standaardencatalogus.server.gemma;

/** A file that cannot be read as a release; the message says where and why. */
public final class ReleaseException extends Exception {
  private static final long serialVersionUID = 1L;

  ReleaseException(int line, String reason) {
    super("line " + line + ": " + reason);
  }

  ReleaseException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
