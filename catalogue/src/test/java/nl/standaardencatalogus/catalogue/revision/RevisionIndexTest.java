package nl.standaardencatalogus.catalogue.revision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class RevisionIndexTest {
  private static final Instant MORNING = Instant.parse("2024-05-01T08:00:00.123Z");
  private static final Node ONE = Iris.standard("een");
  private static final Node TWO = Iris.standard("twee");

  private final RevisionIndex index = new RevisionIndex();
  private long revisions;

  @Test
  void it_finds_the_revisions_of_a_record_and_the_commit_of_a_revision() {
    add(1, ONE, TWO);
    add(2, ONE);
    assertArrayEquals(new long[] {1, 3}, index.revisionsOf(ONE));
    assertEquals(1, index.commitOf(2));
    assertEquals(2, index.commitOf(3));
    assertEquals(Optional.of(2L), index.lastOf(TWO));
  }

  @Test
  void it_finds_the_revisions_of_some_records_between_two_in_the_order_of_the_log() {
    add(1, ONE, TWO);
    add(2, TWO, ONE);
    add(3, ONE);
    assertArrayEquals(new long[] {1, 4, 5}, index.revisionsOf(ONE::equals, 0, 9));
    assertArrayEquals(new long[] {2, 3, 4}, index.revisionsOf(record -> true, 1, 4));
    assertArrayEquals(new long[] {}, index.revisionsOf(TWO::equals, 3, 9));
  }

  @Test
  void it_knows_what_is_otherwise_after_one_commit_than_after_another() {
    add(1, ONE, TWO);
    add(2, TWO);
    add(3, ONE);
    assertEquals(Map.of(TWO, 3L), index.changedFrom(1, 2));
    assertEquals(Map.of(TWO, 2L), index.changedFrom(2, 1));
    assertEquals(Map.of(ONE, 1L, TWO, 2L), index.changedFrom(3, 1));
    assertEquals(Map.of(ONE, 0L, TWO, 0L), index.changedFrom(2, 0));
    assertEquals(Map.of(), index.changedFrom(2, 2));
  }

  @Test
  void it_knows_when_a_commit_was_recorded() {
    add(1, ONE);
    add(2, TWO);
    assertEquals(MORNING.plusSeconds(2), index.recordedAt(2));
  }

  @Test
  void it_knows_when_each_revision_of_a_record_was_recorded() {
    add(1, ONE, TWO);
    add(2, ONE);
    add(3, ONE);
    List<Moment> moments = index.moments(ONE, 2);
    assertEquals(List.of(1L, 3L), moments.stream().map(Moment::revision).toList());
    assertEquals(1, index.commitAt(moments.get(0).recorded()));
    assertEquals(2, index.commitAt(moments.get(1).recorded()));
    assertEquals(List.of(), index.moments(Iris.standard("drie"), 3));
  }

  @Test
  void it_finds_the_last_commit_of_a_moment() {
    add(1, ONE);
    add(2, TWO);
    assertEquals(0, index.commitAt(MORNING));
    assertEquals(1, index.commitAt(MORNING.plusSeconds(1)));
    assertEquals(2, index.commitAt(MORNING.plusSeconds(9)));
  }

  @Test
  void what_is_read_says_what_was_written() throws IOException {
    add(1, ONE, TWO);
    add(2, ONE);
    RevisionIndex read = written(2);
    assertTrue(read.agreesOn(index));
    assertTrue(index.agreesOn(read));
    assertEquals(3, read.lastRevision());
  }

  @Test
  void nothing_of_a_later_commit_is_written() throws IOException {
    add(1, ONE);
    add(2, ONE, TWO);
    RevisionIndex read = written(1);
    assertEquals(1, read.lastRevision());
    assertEquals(Map.of(ONE, 1L), read.changedFrom(0, 1));
  }

  @Test
  void it_agrees_on_the_beginning_of_what_it_knows() throws IOException {
    add(1, ONE);
    RevisionIndex beginning = written(1);
    add(2, ONE, TWO);
    assertTrue(index.agreesOn(beginning));
    assertFalse(beginning.agreesOn(index));
  }

  @Test
  void it_does_not_agree_with_one_that_knows_another_record() throws IOException {
    add(1, ONE, TWO);
    RevisionIndex other = new RevisionIndex();
    other.add(commit(1, List.of(revision(1, ONE), revision(2, Iris.standard("drie")))));
    assertFalse(index.agreesOn(other));
  }

  private RevisionIndex written(long lastCommit) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    index.write(new DataOutputStream(bytes), lastCommit);
    return RevisionIndex.read(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), lastCommit);
  }

  private void add(long number, Node... records) {
    List<Revision> made = new ArrayList<>();
    for (Node record : records) {
      made.add(revision(++revisions, record));
    }
    index.add(commit(number, made));
  }

  private static Revision revision(long number, Node record) {
    return new Revision(number, record, Kind.UPDATE, Optional.empty(), "", "");
  }

  private static Commit commit(long number, List<Revision> revisions) {
    return new Commit(
        number, MORNING.plusSeconds(number), "test", ONE, "een proef", revisions, "", "");
  }
}
