package nl.standaardencatalogus.catalogue.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import nl.standaardencatalogus.catalogue.Goals;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.Commits;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir Path folder;

  @Test
  void what_is_written_is_read_back() throws IOException {
    write(commits());
    assertSame(state(commits()), read().orElseThrow());
  }

  @Test
  void what_is_read_takes_further_commits_like_the_original() throws IOException {
    List<Commit> commits = commits();
    write(commits.subList(0, 2));
    Draft draft = Checkpoint.read(folder, Ontology.graph()).orElseThrow().draft();
    draft.apply(commits.get(2));
    assertSame(state(commits), draft.finish());
  }

  @Test
  void the_index_of_revisions_comes_with_it() throws IOException {
    write(commits());
    assertTrue(
        Checkpoint.read(folder, Ontology.graph()).orElseThrow().index().agreesOn(index(commits())));
  }

  @Test
  void a_state_without_records_can_be_kept_too() throws IOException {
    write(List.of());
    assertSame(state(List.of()), read().orElseThrow());
  }

  @Test
  void the_vocabulary_is_that_of_the_program_that_reads() throws IOException {
    write(commits());
    Snapshot read = Checkpoint.read(folder, Graph.emptyGraph).orElseThrow().draft().finish();
    assertEquals(0, read.graph().stream().filter(Ontology.graph()::contains).count());
  }

  @Test
  void where_there_is_none_there_is_none() {
    assertEquals(Optional.empty(), read());
    assertEquals(Optional.empty(), Checkpoint.read(folder.resolve("nowhere"), Ontology.graph()));
  }

  @Test
  void the_next_one_takes_the_place_of_the_one_before() throws IOException {
    List<Commit> commits = commits();
    write(commits.subList(0, 1));
    write(commits);
    assertEquals(3, read().orElseThrow().sequence());
    assertEquals(1, files().size());
  }

  @Test
  void one_that_was_not_finished_is_not_seen() throws IOException {
    write(commits());
    byte[] whole = Files.readAllBytes(files().get(0));
    Files.write(folder.resolve("draft"), Arrays.copyOf(whole, whole.length / 2));
    assertEquals(3, read().orElseThrow().sequence());
    write(commits());
    assertEquals(1, files().size());
  }

  @Test
  void a_changed_byte_anywhere_makes_it_no_checkpoint() throws IOException {
    write(commits());
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (int at = 0; at < whole.length; at++) {
        bytes.seek(at);
        bytes.write(whole[at] ^ 0x55);
        assertEquals(Optional.empty(), read(), "byte " + at);
        bytes.seek(at);
        bytes.write(whole[at]);
      }
    }
    assertTrue(read().isPresent());
  }

  @Test
  void one_that_is_cut_off_anywhere_is_no_checkpoint() throws IOException {
    write(commits());
    Path file = files().get(0);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long length = bytes.length() - 1; length >= 0; length--) {
        bytes.setLength(length);
        assertEquals(Optional.empty(), read(), length + " bytes");
      }
    }
  }

  @Test
  void one_of_another_form_is_no_checkpoint() throws IOException {
    byte[] other = "an older form".getBytes(StandardCharsets.UTF_8);
    CRC32C check = new CRC32C();
    check.update(other);
    Files.write(folder.resolve(String.format("%020d-%08x", 3, check.getValue())), other);
    assertEquals(Optional.empty(), read());
  }

  private static List<Commit> commits() {
    Graph odd = Goals.graph("b", "é\t\"\\\n😀");
    odd.add(
        Goals.goal("b"), SC.AMOUNT, NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal));
    return new Commits()
        .put("a", "Eén")
        .put(Goals.goal("b"), odd)
        .commit("begin")
        .put("c", "Drie")
        .commit("erbij")
        .delete("a")
        .commit("eraf")
        .made();
  }

  private void write(List<Commit> commits) throws IOException {
    Checkpoint.write(folder, state(commits), index(commits));
  }

  private static RevisionIndex index(List<Commit> commits) {
    RevisionIndex index = new RevisionIndex();
    commits.forEach(index::add);
    return index;
  }

  private static Snapshot state(List<Commit> commits) {
    Draft draft = Draft.empty(Ontology.graph());
    commits.forEach(draft::apply);
    return draft.finish();
  }

  private Optional<Snapshot> read() {
    return Checkpoint.read(folder, Ontology.graph()).map(kept -> kept.draft().finish());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void assertSame(Snapshot expected, Snapshot found) {
    assertEquals(expected.sequence(), found.sequence());
    assertEquals(expected.recorded(), found.recorded());
    assertEquals(expected.hash(), found.hash());
    assertEquals(
        expected.records().collect(Collectors.toSet()),
        found.records().collect(Collectors.toSet()));
    for (Node record : expected.records().toList()) {
      assertEquals(expected.current(record), found.current(record));
      assertTrue(expected.record(record).isIsomorphicWith(found.record(record)));
    }
    assertEquals(
        expected.graph().stream().collect(Collectors.toSet()),
        found.graph().stream().collect(Collectors.toSet()));
    assertEquals(
        expected.size() == 0,
        found.graph().find(Iris.goal("b"), Node.ANY, Node.ANY).toList().isEmpty());
  }
}
