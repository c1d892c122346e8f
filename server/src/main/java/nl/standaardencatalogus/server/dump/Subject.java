package nl.standaardencatalogus.server.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/**
 * Something that a record says something of: the record itself, or a part of it. Lines of N-Quads
 * begin with their subject and its closing bracket, which no IRI has in it, so all lines of all
 * records are in order when the subjects are, and the lines of each subject are among themselves.
 * That is why no dump ever has to sort more than one subject.
 */
record Subject(byte[] start, Node subject, Node record) implements Comparable<Subject> {

  /** The subjects of all records, in the order of their lines. */
  static List<Subject> of(Snapshot state) {
    return state
        .records()
        .flatMap(record -> state.subjects(record).stream().map(subject -> of(subject, record)))
        .sorted()
        .toList();
  }

  static Subject of(Node subject, Node record) {
    return new Subject((subject.getURI() + '>').getBytes(StandardCharsets.UTF_8), subject, record);
  }

  @Override
  public int compareTo(Subject other) {
    int order = Arrays.compareUnsigned(start, other.start);
    return order != 0 ? order : record.getURI().compareTo(other.record.getURI());
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
