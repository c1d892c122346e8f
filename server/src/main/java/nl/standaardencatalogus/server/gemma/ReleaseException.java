package nl.standaardencatalogus.server.gemma;

/** A file that cannot be read as a release; the message says where and why. */
public final class ReleaseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String reason;

  ReleaseException(int line, String reason) {
    super("line " + line + ": " + reason);
    this.line = line;
    this.reason = reason;
  }

  ReleaseException(String reason, Throwable cause) {
    super(reason, cause);
    this.line = 0;
    this.reason = reason;
  }

  /** The line that it is about; 0 when it is about none. */
  public int line() {
    return line;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }
}
