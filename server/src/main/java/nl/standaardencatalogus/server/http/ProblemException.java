package nl.standaardencatalogus.server.http;

/** A request that cannot be answered, with the problem to tell. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;
  private final String error;
  private final long retryAfter;

  public ProblemException(int status, String detail) {
    this(Problem.of(status, detail));
  }

  public ProblemException(Problem problem) {
    this(problem, null, 0);
  }

  private ProblemException(Problem problem, String error, long retryAfter) {
    super(problem.detail());
    this.problem = problem;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  /** That what was shown as bearer opens nothing; RFC 6750 §3.1 calls it {@code invalid_token}. */
  public static ProblemException invalidToken(String detail) {
    return new ProblemException(Problem.of(401, detail), "invalid_token", 0);
  }

  /** That something cannot be had now, and after how many seconds to ask again. */
  public static ProblemException unavailable(String detail, long seconds) {
    return new ProblemException(Problem.of(503, detail), null, seconds);
  }

  /** What to tell. */
  public Problem problem() {
    return problem;
  }

  /** After how many seconds to ask again; 0 when that cannot be said. */
  public long retryAfter() {
    return retryAfter;
  }

  /** What a 401 asks for, in the words of RFC 6750 §3. */
  public String challenge() {
    String realm = "Bearer realm=\"standaardencatalogus\"";
    // The words of an error_description are plain ones, without quotes.
    return error == null
        ? realm
        : realm
            + ", error=\""
            + error
            + "\", error_description=\""
            + problem.detail().replaceAll("[^ !#-\\[\\]-~]", "")
            + "\"";
  }
}
