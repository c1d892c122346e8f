package nl.standaardencatalogus.catalogue.triples;

/** A graph that can be read as numbers: a {@link NumberedGraph}, or one that stands before it. */
public interface Numbered {
  /** The graph itself; null when it is one without numbers. */
  NumberedGraph numbered();

  /**
   * Is called once for every few hundred steps of a query, and may throw to end it.
   *
   * @throws org.apache.jena.query.QueryCancelledException when the query must not go on
   */
  default void step() {}
}
