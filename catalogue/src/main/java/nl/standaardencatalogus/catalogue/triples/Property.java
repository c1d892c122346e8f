package nl.standaardencatalogus.catalogue.triples;

/** The triples of one property, from both ends. */
public final class Property {
  private static final int FEW = 8;

  static final Property EMPTY = new Property(null, new Neighbours(), new Neighbours(), 0);

  /** The graph that may change it. */
  private final NumberedGraph owner;

  private final Neighbours objects;
  private final Neighbours subjects;
  private int size;

  private Property(NumberedGraph owner, Neighbours objects, Neighbours subjects, int size) {
    this.owner = owner;
    this.objects = objects;
    this.subjects = subjects;
    this.size = size;
  }

  /** This, or a copy, that a graph may change. */
  Property ownedBy(NumberedGraph graph) {
    return owner == graph ? this : new Property(graph, objects.copy(), subjects.copy(), size);
  }

  /** The objects of each subject. */
  public Neighbours objects() {
    return objects;
  }

  /** The subjects of each object. */
  public Neighbours subjects() {
    return subjects;
  }

  /** How many triples there are. */
  public int size() {
    return size;
  }

  /** Whether there is this triple. */
  public boolean contains(int subject, int object) {
    // Most subjects have few objects; where both ends have many, the shorter row is looked through.
    int count = objects.count(subject);
    return count <= FEW || count <= subjects.count(object)
        ? objects.contains(subject, object)
        : subjects.contains(object, subject);
  }

  void add(int subject, int object) {
    objects.add(subject, object);
    subjects.add(object, subject);
    size++;
  }

  void remove(int subject, int object) {
    objects.remove(subject, object);
    subjects.remove(object, subject);
    size--;
  }
}
