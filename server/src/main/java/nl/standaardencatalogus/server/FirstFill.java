package nl.standaardencatalogus.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.sample.SampleHistory;

/**
 * Fills an empty catalogue with the curated facts, and with the made-up past when that is asked
 * for.
 *
 * <p>A fill with samples takes many commits. A file in the data folder says that one is under way,
 * so that a start after an interruption goes on where the log ends.
 */
final class FirstFill {
  private static final String UNDER_WAY = "filling-with-samples";

  private final Catalogue catalogue;
  private final Path marker;

  FirstFill(Catalogue catalogue, Path folder) {
    this.catalogue = catalogue;
    this.marker = folder.resolve(UNDER_WAY);
  }

  /** Whether there is something to fill. */
  boolean due() {
    return catalogue.snapshot().sequence() == 0 || Files.exists(marker);
  }

  /** Fills; gives the number of commits that were made. */
  long fill(boolean sample, Progress progress) {
    List<Change> facts = CuratedFacts.changes();
    if (!sample && !Files.exists(marker)) {
      return facts(facts);
    }
    mark();
    Iterator<DatedProposal> past = SampleHistory.from(facts);
    for (long i = catalogue.snapshot().sequence(); i > 0 && past.hasNext(); i--) {
      past.next();
    }
    long commits = catalogue.load(past, progress).commits();
    unmark();
    return commits;
  }

  private long facts(List<Change> facts) {
    Proposal proposal =
        new Proposal(
            "beheer", Iris.organisation("vng-realisatie"), "Beginstand van de catalogus", facts);
    Outcome outcome = catalogue.commit(proposal);
    if (outcome instanceof Outcome.Recorded) {
      return 1;
    }
    throw new Unable("The curated facts are refused:\n" + Findings.inNoFile().of(outcome));
  }

  private void mark() {
    try {
      Files.writeString(marker, "The first fill with samples has not ended.\n");
    } catch (IOException e) {
      throw new Unable("Cannot write in the data folder: " + marker, e);
    }
  }

  private void unmark() {
    try {
      Files.delete(marker);
    } catch (IOException e) {
      throw new Unable("Cannot remove " + marker, e);
    }
  }
}
