package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  @TempDir Path folder;
  private Catalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = Catalogues.open(folder);
    Catalogues.commit(catalogue, Goals.put("a", "Eén"), Goals.put("b", "Twee"));
    Catalogues.commit(catalogue, Goals.put("a", "Drie"));
    Catalogues.commit(catalogue, Change.delete(Goals.goal("b")));
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void of_what_is_as_it_was_written_it_has_no_problems() {
    assertEquals(new Verification(3, 4, List.of()), catalogue.verify(Progress.silent()));
  }

  @Test
  void an_empty_catalogue_passes(@TempDir Path empty) {
    try (Catalogue none = Catalogues.open(empty)) {
      assertEquals(new Verification(0, 0, List.of()), none.verify(Progress.silent()));
    }
  }

  @Test
  void a_record_with_odd_numbers_passes() {
    Graph graph = Goals.graph("c", "Drie");
    graph.add(
        Goals.goal("c"), SC.AMOUNT, NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal));
    graph.add(
        Goals.goal("c"), SC.AMOUNT, NodeFactory.createLiteralDT("1.5", XSDDatatype.XSDdecimal));
    Catalogues.commit(catalogue, Change.put(Goals.goal("c"), graph));
    assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
  }

  @Test
  void a_changed_byte_in_a_commit_is_a_problem_that_names_it() throws IOException {
    changeByteOf("Drie");
    List<String> problems = catalogue.verify(Progress.silent()).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("Commit 2 is damaged"), problems.get(0));
  }

  @Test
  void with_a_changed_byte_in_a_commit_the_catalogue_does_not_open() throws IOException {
    catalogue.close();
    changeByteOf("Drie");
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Catalogues.open(folder));
    assertTrue(refused.getMessage().startsWith("Commit 2 is damaged"), refused.getMessage());
  }

  @Test
  void a_history_that_says_something_else_is_a_problem_that_names_the_commit() {
    Txn.executeWrite(
        catalogue.history().dataset(),
        () -> catalogue.history().dataset().add(Iris.revision(3), SC.REASON, SC.REASON, SC.REASON));
    // The history may have been behind, and then has taken the revision as well.
    assertEquals(
        List.of("The history has revision 3 otherwise than commit 2"),
        catalogue.verify(Progress.silent()).problems());
  }

  private void changeByteOf(String text) throws IOException {
    Path segment = folder.resolve("log").resolve("00000000000000000001.log");
    String bytes = Catalogues.logOf(folder).get("00000000000000000001.log");
    byte[] changed = Files.readAllBytes(segment);
    changed[bytes.indexOf(text)] ^= 0x20;
    Files.write(segment, changed);
  }
}
