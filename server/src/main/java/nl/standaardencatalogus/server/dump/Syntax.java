package nl.standaardencatalogus.server.dump;

/** In what the triples of a release are written. */
public enum Syntax {
  /** Each record a named graph, in canonical form: the lines in code point order. */
  N_QUADS("nq", "application/n-quads", "N-Quads"),

  /** The same triples without the names of graphs, which follow from the subjects. */
  TURTLE("ttl", "text/turtle", "Turtle");

  private final String suffix;
  private final String type;
  private final String title;

  Syntax(String suffix, String type, String title) {
    this.suffix = suffix;
    this.type = type;
    this.title = title;
  }

  /** The end of a file's name, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** What people call it. */
  public String title() {
    return title;
  }
}
