package nl.standaardencatalogus.server;

import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a record back to what it was before a revision: a deletion too. */
@Command(
    name = "undo",
    description = {
      "Put a record back to what it was before a revision, as a new commit; only while that revision"
          + " is still its newest."
    },
    mixinStandardHelpOptions = true)
final class Undo implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;
  @Mixin private Recording recording;

  @Parameters(paramLabel = "NUMBER", description = "The number of the revision.")
  private long revision;

  Undo(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return folder.withExisting(console, (catalogue, bar) -> undo(catalogue));
  }

  private int undo(Catalogue catalogue) {
    if (catalogue.revision(revision).isEmpty()) {
      throw new BadInput("There is no revision " + revision + ".");
    }
    Proposal proposal =
        catalogue.undo(
            revision,
            "undo",
            recording.organisation(),
            recording.reason("Revisie " + revision + " teruggedraaid"));
    return Recording.tell(console, catalogue.commit(proposal), Findings.inNoFile());
  }
}
