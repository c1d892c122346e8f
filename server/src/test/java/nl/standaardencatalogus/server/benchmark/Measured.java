package nl.standaardencatalogus.server.benchmark;

/** What came of asking one engine one question. */
sealed interface Measured {
  /** It answered: the median in milliseconds, and what. */
  record Answered(double median, Rows rows) implements Measured {}

  /** It did not end within the time it had. */
  record Late() implements Measured {}

  /** It would not answer. */
  record Refused(String why) implements Measured {}
}
