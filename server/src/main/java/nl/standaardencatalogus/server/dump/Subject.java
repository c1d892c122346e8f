package nl.standaardencatalogus.server.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/**
 * Something that a record says something of: the record itself, or a part of it, of which no other
 * record may speak. Lines of N-Quads begin with their subject and its closing bracket, which no IRI
 * has in it, so all lines of all records are in order when the subjects are, and the lines of each
 * subject are among themselves. That is why no dump ever has to sort more than one subject.
 */
record Subject(byte[] start, Node subject, Node record) implements Comparable<Subject> {

  /** The subjects of all records, in the order of their lines. */
  static List<Subject> of(Snapshot state) {
    return state.subjects().map(Subject::of).sorted().toList();
  }

  private static Subject of(Node subject) {
    byte[] start = (subject.getURI() + '>').getBytes(StandardCharsets.UTF_8);
    return new Subject(start, subject, Iris.recordOf(subject));
  }

  @Override
  public int compareTo(Subject other) {
    return Arrays.compareUnsigned(start, other.start);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Subject that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(start);
  }
}
