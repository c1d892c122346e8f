package nl.standaardencatalogus.catalogue.engine;

import java.util.Arrays;

/** Numbers that are equal to others when they are the same in the same order. */
record Tuple(int[] numbers) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Tuple tuple && Arrays.equals(numbers, tuple.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
