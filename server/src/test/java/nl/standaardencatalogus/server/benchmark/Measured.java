package nl.standaardencatalogus.server.benchmark;

import java.util.OptionalDouble;

/** What came of asking one engine one question. */
sealed interface Measured {
  /**
   * It answered.
   *
   * @param median in milliseconds, of the whole request
   * @param inside the same of what the engine says it spent itself; empty where it does not say
   */
  record Answered(double median, OptionalDouble inside, Rows rows) implements Measured {}

  /** It did not end within the time it had. */
  record Late() implements Measured {}

  /** It would not answer. */
  record Refused(String why) implements Measured {}
}
