package nl.standaardencatalogus.catalogue.sample;

import java.util.Random;

/**
 * Chance that falls the same way each time: the seed is what the throw is about, so that one more
 * standard or municipality leaves all other throws as they were.
 */
final class Dice {
  private static final long SEED = 20180102L;

  // The algorithm of Random is part of its specification: the same on every Java.
  private final Random random;

  private Dice(long seed) {
    random = new Random(seed);
  }

  /** The dice for one subject, such as a municipality and a standard. */
  static Dice about(String... subject) {
    long hash = 0xcbf29ce484222325L ^ SEED;
    for (String part : subject) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ '/') * 0x100000001b3L;
    }
    return new Dice(hash ^ (hash >>> 29));
  }

  /** At least 0, below 1. */
  double fraction() {
    return random.nextDouble();
  }

  /** A number of days, from the first up to and including the last. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  /** Whether something with this probability happens. */
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }
}
