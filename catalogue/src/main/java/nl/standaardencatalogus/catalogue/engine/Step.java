package nl.standaardencatalogus.catalogue.engine;

/**
 * A part of a query that gives values to variables of its {@link Frame}, one way after another.
 * Steps stand in a row: each is opened anew for every way in which those before it went.
 */
abstract class Step {
  /** Begins, with the values that the frame has now. */
  abstract void open();

  /**
   * Goes on to the next way; at the end takes back every value that it gave.
   *
   * @return whether there is one
   */
  abstract boolean next();
}
