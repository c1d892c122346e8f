package nl.standaardencatalogus.catalogue.engine;

/** A graph that knows how much of what is in it. */
public interface Measured {
  /** The statistics of the graph, or of one much like it; null when there are none. */
  Statistics statistics();
}
