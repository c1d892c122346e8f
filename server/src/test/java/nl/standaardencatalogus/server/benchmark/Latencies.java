package nl.standaardencatalogus.server.benchmark;

import java.util.Arrays;

/**
 * How long many small requests took.
 *
 * @param sorted in nanoseconds, shortest first, those that were answered
 * @param failed how many were not
 */
record Latencies(long[] sorted, long failed) {
  static Latencies of(long[] took, long failed) {
    long[] sorted = took.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted, failed);
  }

  /** In milliseconds: this part of them took no longer. */
  double within(double part) {
    return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
  }

  @Override
  public String toString() {
    return sorted.length == 0
        ? "none answered, %d failed".formatted(failed)
        : "p50 %.2f ms, p99 %.2f ms, longest %.1f ms, %d answered, %d failed"
            .formatted(within(0.5), within(0.99), within(1), sorted.length, failed);
  }
}
