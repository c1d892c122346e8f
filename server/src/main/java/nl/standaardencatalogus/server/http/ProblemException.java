package nl.standaardencatalogus.server.http;

/** A request that cannot be answered, with the problem to tell. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(int status, String detail) {
    super(detail);
    this.problem = Problem.of(status, detail);
  }

  /** What to tell. */
  public Problem problem() {
    return problem;
  }
}
