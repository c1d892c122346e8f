package nl.standaardencatalogus.server.http;

/** A request that cannot be answered, with the problem to tell. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(int status, String detail) {
    this(Problem.of(status, detail));
  }

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** What to tell. */
  public Problem problem() {
    return problem;
  }
}
