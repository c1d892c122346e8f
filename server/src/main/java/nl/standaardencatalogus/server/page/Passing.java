package nl.standaardencatalogus.server.page;

/**
 * A page that may be another the next time it is asked for, though nothing was recorded: something
 * is still being worked out, or it tells of what is not in the catalogue's state.
 */
public interface Passing {
  /** Whether it may be. */
  boolean passing();
}
