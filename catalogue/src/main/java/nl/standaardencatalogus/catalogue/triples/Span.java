package nl.standaardencatalogus.catalogue.triples;

/** A place in a row of numbers that can be read to its end, and then be set on another row. */
public final class Span {
  private final int[] only = new int[1];
  private int[] values = only;
  private int place;
  private int end;

  /** The next number, or {@link Nodes#NONE} at the end. */
  public int next() {
    return place < end ? values[place++] : Nodes.NONE;
  }

  /** Goes over one number; over nothing for {@link Nodes#NONE}. */
  public void over(int value) {
    only[0] = value;
    over(only, value == Nodes.NONE ? 0 : 1);
  }

  void over(int[] row, int size) {
    values = row;
    place = 0;
    end = size;
  }
}
