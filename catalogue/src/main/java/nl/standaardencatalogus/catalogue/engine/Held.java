package nl.standaardencatalogus.catalogue.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.triples.Nodes;

/**
 * All rows of a relation, to be found by the values that a frame has. They are drawn in when they
 * are first asked for, and indexed by every set of columns by which they are asked for.
 */
final class Held {
  private final Frame frame;
  private final Relation relation;
  private final int[] places;
  private List<int[]> rows;
  private boolean[] full;
  private final Map<Long, Map<Tuple, List<int[]>>> indexes = new HashMap<>();

  Held(Frame frame, Relation relation) {
    this.frame = frame;
    this.relation = relation;
    this.places = relation.columns().stream().mapToInt(frame::place).toArray();
  }

  /** The place in the frame of each column. */
  int[] places() {
    return places;
  }

  /** Rows among which are all that fit the values of the frame. */
  Iterator<int[]> near() {
    draw();
    long key = 0;
    int size = 0;
    for (int i = 0; i < places.length && i < Long.SIZE; i++) {
      if (full[i] && frame.values()[places[i]] != Nodes.NONE) {
        key |= 1L << i;
        size++;
      }
    }
    if (key == 0) {
      return rows.iterator();
    }
    Map<Tuple, List<int[]>> index = indexes.get(key);
    if (index == null) {
      index = new HashMap<>();
      for (int[] row : rows) {
        frame.hold(size);
        index.computeIfAbsent(tuple(row, key, size), none -> new ArrayList<>()).add(row);
      }
      indexes.put(key, index);
    }
    int[] sought = new int[places.length];
    for (int i = 0; i < sought.length; i++) {
      sought[i] = frame.values()[places[i]];
    }
    return index.getOrDefault(tuple(sought, key, size), List.of()).iterator();
  }

  private void draw() {
    if (rows != null) {
      return;
    }
    rows = new ArrayList<>();
    full = new boolean[places.length];
    Arrays.fill(full, true);
    while (relation.rows().hasNext()) {
      int[] row = relation.rows().next();
      for (int i = 0; i < row.length; i++) {
        full[i] &= row[i] != Nodes.NONE;
      }
      frame.hold(row.length);
      rows.add(row);
    }
  }

  private static Tuple tuple(int[] row, long key, int size) {
    int[] values = new int[size];
    int next = 0;
    for (int i = 0; next < size; i++) {
      if ((key & 1L << i) != 0) {
        values[next++] = row[i];
      }
    }
    return new Tuple(values);
  }

  /** Whether a row says nothing else than the frame. */
  boolean fits(int[] row) {
    for (int i = 0; i < row.length; i++) {
      int value = frame.values()[places[i]];
      if (row[i] != Nodes.NONE && value != Nodes.NONE && row[i] != value) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row and the frame both have a value for a variable. */
  boolean shares(int[] row) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] != Nodes.NONE && frame.values()[places[i]] != Nodes.NONE) {
        return true;
      }
    }
    return false;
  }
}
