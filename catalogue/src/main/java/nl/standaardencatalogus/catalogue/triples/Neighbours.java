package nl.standaardencatalogus.catalogue.triples;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntIterators;
import java.util.Arrays;

/**
 * For each node the nodes that one property leads to, in one direction. Most have one, which stands
 * in the table itself; the others have a list. The table is in pieces of some hundred nodes; a copy
 * shares each piece and each list until it changes it, so that what a commit copies does not grow
 * with the catalogue. Not safe for writing by several threads.
 */
public final class Neighbours {
  private static final int SEVERAL = -1;

  /** To take out more than this of one list it pays to know where each stands. */
  private static final int MANY = 16;

  /** A piece has this many nodes on average before there are twice as many pieces. */
  private static final int FULL = 256;

  /** So many nodes (a power of two) whose numbers follow on each other stand in one piece. */
  private static final int SHIFT = 8;

  private Piece[] pieces;
  private int size;

  /**
   * Nodes by their numbers, with their one neighbour or {@link #SEVERAL}. What is read or changed
   * together came together and has numbers near each other, so it is in few pieces. A piece is a
   * table itself, rather than having one: that is a step less on the way to each node.
   */
  private static final class Piece extends Int2IntOpenHashMap {
    private static final long serialVersionUID = 1;

    private transient Neighbours owner;
    private transient Int2ObjectOpenHashMap<Several> several = new Int2ObjectOpenHashMap<>();

    Piece(Neighbours owner) {
      this.owner = owner;
    }

    Piece ownedBy(Neighbours table) {
      if (owner == table) {
        return this;
      }
      Piece own = (Piece) clone();
      own.owner = table;
      own.several = several.clone();
      return own;
    }

    Several own(int node) {
      Several list = several.get(node);
      if (list.owner == owner) {
        return list;
      }
      int room = list.size + (list.size >> 2) + 1;
      Several own = new Several(owner, Arrays.copyOf(list.values, room), list.size);
      several.put(node, own);
      return own;
    }
  }

  private static final class Several {
    private final Neighbours owner;
    private int[] values;
    private int size;

    /** Where each value stands, once many had to be found. */
    private Int2IntOpenHashMap places;

    private int removed;

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
      removed++;
      if (places == null && removed > MANY && size > MANY) {
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
    pieces = new Piece[] {new Piece(this)};
  }

  private Neighbours(Neighbours from) {
    pieces = from.pieces.clone();
    size = from.size;
  }

  Neighbours copy() {
    return new Neighbours(this);
  }

  private static int place(int node, int pieces) {
    return (node >>> SHIFT) & (pieces - 1);
  }

  private Piece piece(int node) {
    return pieces[place(node, pieces.length)];
  }

  private Piece ownPiece(int node) {
    int place = place(node, pieces.length);
    pieces[place] = pieces[place].ownedBy(this);
    return pieces[place];
  }

  /** How many nodes have any. */
  public int size() {
    return size;
  }

  /** The nodes that have any; each once. */
  public IntIterator keys() {
    if (pieces.length == 1) {
      return pieces[0].keySet().iterator();
    }
    IntIterator[] each = new IntIterator[pieces.length];
    Arrays.setAll(each, i -> pieces[i].keySet().iterator());
    return IntIterators.concat(each);
  }

  /** How many a node has. */
  public int count(int node) {
    Piece piece = piece(node);
    int only = piece.get(node);
    return only == SEVERAL ? piece.several.get(node).size : only == Nodes.NONE ? 0 : 1;
  }

  /** Lets a span go over those of a node. */
  public void of(int node, Span span) {
    Piece piece = piece(node);
    int only = piece.get(node);
    if (only == SEVERAL) {
      Several list = piece.several.get(node);
      span.over(list.values, list.size);
    } else {
      span.over(only);
    }
  }

  boolean contains(int node, int neighbour) {
    Piece piece = piece(node);
    int only = piece.get(node);
    return only == SEVERAL
        ? piece.several.get(node).place(neighbour) >= 0
        : only == neighbour && only != Nodes.NONE;
  }

  /** Adds one that is not there yet. */
  void add(int node, int neighbour) {
    Piece piece = ownPiece(node);
    int only = piece.get(node);
    if (only == Nodes.NONE) {
      piece.put(node, neighbour);
      size++;
      if (size > FULL * pieces.length) {
        divide();
      }
    } else if (only == SEVERAL) {
      piece.own(node).add(neighbour);
    } else {
      piece.put(node, SEVERAL);
      piece.several.put(node, new Several(this, new int[] {only, neighbour}, 2));
    }
  }

  /** Takes out one that is there. */
  void remove(int node, int neighbour) {
    Piece piece = ownPiece(node);
    if (piece.get(node) != SEVERAL) {
      piece.remove(node);
      size--;
      return;
    }
    Several list = piece.own(node);
    list.remove(neighbour);
    if (list.size == 1) {
      piece.put(node, list.values[0]);
      piece.several.remove(node);
    }
  }

  /** Makes twice as many pieces. */
  private void divide() {
    Piece[] more = new Piece[2 * pieces.length];
    Arrays.setAll(more, i -> new Piece(this));
    for (Piece piece : pieces) {
      for (Int2IntMap.Entry entry : piece.int2IntEntrySet()) {
        int node = entry.getIntKey();
        Piece to = more[place(node, more.length)];
        to.put(node, entry.getIntValue());
        if (entry.getIntValue() == SEVERAL) {
          to.several.put(node, piece.several.get(node));
        }
      }
    }
    pieces = more;
  }
}
