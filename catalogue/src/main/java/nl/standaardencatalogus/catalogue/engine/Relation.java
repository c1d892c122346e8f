package nl.standaardencatalogus.catalogue.engine;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/**
 * Rows that come one at a time.
 *
 * @param columns the variables, in the order of the values of a row
 * @param rows each an array of its own
 */
record Relation(List<Var> columns, Iterator<int[]> rows) {
  /** The same columns with other rows. */
  Relation with(Iterator<int[]> others) {
    return new Relation(columns, others);
  }
}
