package nl.standaardencatalogus.server.mine;

import java.time.Instant;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.form.Typed;
import org.apache.jena.graph.Node;

/**
 * A declaration that somebody else put ready for a municipality, and that is nothing until that
 * takes it over.
 *
 * @param record what it would be
 * @param owner who put it ready, as his session names him
 * @param name the role or program that did
 * @param organisation the organisation that answers for it
 * @param note what goes with it; may be empty
 * @param based the revision that it was made from; 0 for a new declaration
 * @param typed what stands in the form
 * @param rejected why the municipality does not take it over; null as long as it has not said so
 * @param taken the revision by which the municipality took it over; 0 as long as it has not
 */
record Concept(
    Node record,
    String owner,
    String name,
    Node organisation,
    Instant at,
    String note,
    long based,
    Typed typed,
    String rejected,
    long taken) {
  /** In signs: what goes along with it, in either direction. */
  static final int LONGEST_NOTE = 500;

  /**
   * What it is called in addresses. Put ready again it is another one, so that nobody takes over or
   * refuses what he has not seen.
   */
  String id() {
    return CanonicalGraph.sha256(record.getURI() + "\n" + owner + "\n" + at).substring(0, 32);
  }

  /** Whether the same puts the same ready. */
  boolean replaces(Concept other) {
    return record.equals(other.record()) && owner.equals(other.owner());
  }

  OwnDeclaration about() {
    return OwnDeclaration.of(record);
  }

  /** Whether the municipality has not answered yet. */
  boolean waits() {
    return rejected == null && taken == 0;
  }

  /** The same, refused. */
  Concept rejected(String why) {
    return new Concept(record, owner, name, organisation, at, note, based, typed, why, 0);
  }

  /** The same, taken over by a revision. */
  Concept taken(long revision) {
    return new Concept(record, owner, name, organisation, at, note, based, typed, null, revision);
  }
}
