package nl.standaardencatalogus.catalogue.triples;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntIterator;
import java.util.Arrays;

/**
 * For each node the nodes that one property leads to, in one direction. Most have one, which stands
 * in the table itself; the others have a list, which a copy shares until it changes it. Not safe
 * for writing by several threads.
 */
public final class Neighbours {
  private static final int SEVERAL = -1;

  /** In a list of more than this it pays to know where each stands, to take one out. */
  private static final int MANY = 64;

  private final Int2IntOpenHashMap one;
  private final Int2ObjectOpenHashMap<Several> several;

  private static final class Several {
    private final Neighbours owner;
    private int[] values;
    private int size;

    /** Where each value stands, once one of many had to be found. */
    private Int2IntOpenHashMap places;

    Several(Neighbours owner, int[] values, int size) {
      this.owner = owner;
      this.values = values;
      this.size = size;
    }

    int place(int value) {
      if (places != null) {
        return places.get(value);
      }
      for (int i = 0; i < size; i++) {
        if (values[i] == value) {
          return i;
        }
      }
      return -1;
    }

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      if (places != null) {
        places.put(value, size);
      }
      values[size++] = value;
    }

    /** The last one takes the place of the one that goes. */
    void remove(int value) {
      if (places == null && size > MANY) {
        places = new Int2IntOpenHashMap(size);
        places.defaultReturnValue(-1);
        for (int i = 0; i < size; i++) {
          places.put(values[i], i);
        }
      }
      int place = place(value);
      size--;
      values[place] = values[size];
      if (places != null) {
        places.put(values[place], place);
        places.remove(value);
      }
    }
  }

  Neighbours() {
    one = new Int2IntOpenHashMap();
    several = new Int2ObjectOpenHashMap<>();
  }

  private Neighbours(Neighbours from) {
    one = from.one.clone();
    several = from.several.clone();
  }

  Neighbours copy() {
    return new Neighbours(this);
  }

  /** How many nodes have any. */
  public int size() {
    return one.size();
  }

  /** The nodes that have any; each once. */
  public IntIterator keys() {
    return one.keySet().iterator();
  }

  /** How many a node has. */
  public int count(int node) {
    int only = one.get(node);
    return only == SEVERAL ? several.get(node).size : only == Nodes.NONE ? 0 : 1;
  }

  /** Lets a span go over those of a node. */
  public void of(int node, Span span) {
    int only = one.get(node);
    if (only == SEVERAL) {
      Several list = several.get(node);
      span.over(list.values, list.size);
    } else {
      span.over(only);
    }
  }

  boolean contains(int node, int neighbour) {
    int only = one.get(node);
    return only == SEVERAL
        ? several.get(node).place(neighbour) >= 0
        : only == neighbour && only != Nodes.NONE;
  }

  /** Adds one that is not there yet. */
  void add(int node, int neighbour) {
    int only = one.get(node);
    if (only == Nodes.NONE) {
      one.put(node, neighbour);
    } else if (only == SEVERAL) {
      own(node).add(neighbour);
    } else {
      one.put(node, SEVERAL);
      several.put(node, new Several(this, new int[] {only, neighbour}, 2));
    }
  }

  /** Takes out one that is there. */
  void remove(int node, int neighbour) {
    if (one.get(node) != SEVERAL) {
      one.remove(node);
      return;
    }
    Several list = own(node);
    list.remove(neighbour);
    if (list.size == 1) {
      one.put(node, list.values[0]);
      several.remove(node);
    }
  }

  private Several own(int node) {
    Several list = several.get(node);
    if (list.owner == this) {
      return list;
    }
    int room = list.size + (list.size >> 2) + 1;
    Several own = new Several(this, Arrays.copyOf(list.values, room), list.size);
    several.put(node, own);
    return own;
  }
}
