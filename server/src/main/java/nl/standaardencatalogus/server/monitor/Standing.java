package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * Who used what on a day, and who planned to. Municipalities are the numbers in their codes, so
 * that many of these can be kept. Not to be changed.
 *
 * @param using by standard
 * @param plans by standard the day by which each municipality means to use it, also of who does
 */
record Standing(LocalDate day, Map<Node, BitSet> using, Map<Node, Map<Integer, LocalDate>> plans) {
  /** Who used a standard, of those that there were. */
  BitSet using(Node standard, BitSet there) {
    BitSet users = (BitSet) using.getOrDefault(standard, new BitSet()).clone();
    users.and(there);
    return users;
  }

  boolean uses(Node standard, int municipality) {
    BitSet users = using.get(standard);
    return users != null && users.get(municipality);
  }

  /** What each municipality plans about a standard. */
  Map<Integer, LocalDate> plans(Node standard) {
    return plans.getOrDefault(standard, Map.of());
  }

  /** Whether anything is known of it: before the catalogue began nothing is. */
  boolean isKnown() {
    return !using.isEmpty();
  }
}
