package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.graph.Triple;

/**
 * What the records of a state say, without anything derived, written subject by subject: the same
 * state always becomes the same bytes, and no more than one subject is held at a time.
 *
 * @param triples how many there are
 * @param subjects of how many subjects
 * @param canonical SHA-256 of the N-Quads, which are in canonical form (RDFC-1.0)
 */
record Content(long triples, long subjects, String canonical) {

  /** Where it is written to; either may be absent. */
  record Outlets(OutputStream quads, OutputStream turtle) {}

  /** Asked before each subject, so that a long task can be given up. */
  interface Patience {
    void ask();
  }

  static Content write(Snapshot state, Outlets outlets, Patience patience) throws IOException {
    List<Subject> subjects = Subject.of(state);
    Sha256 canonical = new Sha256();
    TurtleText text = new TurtleText(Vocabularies.prefixes());
    if (outlets.turtle() != null) {
      outlets.turtle().write(text.head());
    }
    long triples = 0;
    for (Subject each : subjects) {
      patience.ask();
      List<Triple> said = state.about(each.subject()).toList();
      triples += said.size();
      if (outlets.quads() != null) {
        byte[] lines = CanonicalGraph.lines(each.record(), said.stream());
        canonical.add(lines, 0, lines.length);
        outlets.quads().write(lines, 0, lines.length);
      }
      if (outlets.turtle() != null) {
        List<Triple> ordered = said.stream().sorted(TurtleOrder.OF_ONE_SUBJECT).toList();
        outlets.turtle().write(text.about(each.subject(), ordered));
      }
    }
    return new Content(triples, subjects.size(), canonical.hex());
  }
}
