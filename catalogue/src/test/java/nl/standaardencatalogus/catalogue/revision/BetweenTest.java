package nl.standaardencatalogus.catalogue.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class BetweenTest {
  private static Node record(long commit) {
    return Iris.goal("doel-" + commit % 3);
  }

  /** A log of a thousand commits that each change one record of three. */
  private static Optional<Commit> commit(long number) {
    Revision revision =
        new Revision(number, record(number), Kind.UPDATE, Optional.empty(), "", "hash");
    return number > 1000
        ? Optional.empty()
        : Optional.of(
            new Commit(
                number, Instant.EPOCH, "wie", record(0), "waarom", List.of(revision), "", "hash"));
  }

  private static Optional<Set<Node>> between(long from, long to) {
    return Between.records(BetweenTest::commit, from, to);
  }

  @Test
  void it_is_the_records_of_the_commits_after_the_first_state() {
    assertEquals(Optional.of(Set.of(record(2), record(3))), between(1, 3));
    assertEquals(Optional.of(Set.of()), between(7, 7));
    assertEquals(Optional.of(Set.of(record(0), record(1), record(2))), between(500, 1000));
  }

  @Test
  void it_is_the_same_the_other_way_round() {
    assertEquals(between(1, 3), between(3, 1));
    assertEquals(Optional.of(Set.of(record(8))), between(8, 7));
  }

  @Test
  void nothing_is_known_of_too_many_of_the_past_and_of_what_is_not_there() {
    assertEquals(Optional.empty(), between(499, 1000));
    assertEquals(Optional.empty(), between(0, 7));
    assertEquals(Optional.empty(), between(999, 1001));
  }
}
