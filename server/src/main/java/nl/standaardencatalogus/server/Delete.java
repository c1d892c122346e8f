package nl.standaardencatalogus.server;

import java.util.List;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes records in one commit: their IRIs go on to say that they were there. */
@Command(
    name = "delete",
    description = {
      "Delete records, as one commit: all of them, or none. Their history stays, and their IRIs"
          + " answer with 410. What other records refer to cannot be deleted."
    },
    mixinStandardHelpOptions = true)
final class Delete implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;
  @Mixin private Recording recording;

  @Parameters(arity = "1..*", paramLabel = "IRI", description = "The records.")
  private List<String> records;

  Delete(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return folder.withExisting(console, (catalogue, bar) -> delete(catalogue));
  }

  private int delete(Catalogue catalogue) {
    List<Change> changes =
        records.stream().map(iri -> Change.delete(existing(catalogue, iri))).toList();
    Proposal proposal =
        new Proposal(
            "delete",
            recording.organisation(),
            recording.reason("Verwijderd: " + String.join(", ", records)),
            changes);
    return Recording.tell(console, catalogue.commit(proposal), Findings.inNoFile());
  }

  /** A slip in an IRI must not pass for a deletion. */
  private static Node existing(Catalogue catalogue, String iri) {
    Node record = NodeFactory.createURI(iri);
    if (catalogue.snapshot().current(record).isEmpty()) {
      throw new BadInput("There is no record " + iri + ".");
    }
    return record;
  }
}
