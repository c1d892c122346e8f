package nl.standaardencatalogus.catalogue;

import java.time.Clock;

/**
 * The clock of a catalogue, and how soon it does what it does now and then.
 *
 * @param clock gives recorded times
 * @param segmentBytes a segment of the log that has grown to this size gets no more commits
 * @param commitsPerCheckpoint so many commits after a checkpoint the next one is written
 */
record Rhythm(Clock clock, long segmentBytes, int commitsPerCheckpoint) {
  static Rhythm usual() {
    return new Rhythm(Clock.systemUTC(), 64L << 20, 2_000);
  }
}
