package nl.standaardencatalogus.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.sample.SampleHistory;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

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

  /** Whether a fill of a folder has begun and not ended. */
  static boolean isUnderWay(Path folder) {
    return Files.exists(folder.resolve(UNDER_WAY));
  }

  /** Whether there is something to fill. */
  boolean due() {
    return catalogue.snapshot().sequence() == 0 || Files.exists(marker);
  }

  /**
   * Whether there are made-up declarations: those of a whole fill, or the first of one that was
   * interrupted.
   */
  boolean madeUp() {
    return catalogue.snapshot().sequence() > 0 && Files.exists(marker)
        || catalogue.snapshot().graph().contains(Node.ANY, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
  }

  /** Fills; gives the number of commits that were made. */
  long fill(boolean sample, Progress progress) {
    List<Change> facts = CuratedFacts.changes();
    if (!sample) {
      unmark();
      return facts(facts);
    }
    mark();
    SampleHistory.Told past = SampleHistory.told(facts, yesterday());
    long commits =
        catalogue
            .load(
                notYetTaken(catalogue, past.proposals()),
                (task, done, total) -> progress.at(task, done, past.commits()))
            .commits();
    unmark();
    return commits;
  }

  /**
   * What follows in the past on the last commit of a catalogue. Counting commits would not do: a
   * proposal that changes nothing makes none.
   */
  static Iterator<DatedProposal> notYetTaken(Catalogue catalogue, Iterator<DatedProposal> past) {
    Optional<Commit> last = catalogue.commit(catalogue.snapshot().sequence());
    boolean found = last.isEmpty();
    while (!found && past.hasNext()) {
      found = became(past.next(), last.get());
    }
    if (!found) {
      throw new Unable(
          "The data folder was being filled with other samples than this program has. Delete it,"
              + " or choose an empty one.");
    }
    return past;
  }

  private static boolean became(DatedProposal dated, Commit commit) {
    Proposal proposal = dated.proposal();
    return dated.recorded().truncatedTo(ChronoUnit.MILLIS).equals(commit.recorded())
        && proposal.onBehalfOf().equals(commit.onBehalfOf())
        && proposal.reason().equals(commit.reason());
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
      Files.deleteIfExists(marker);
    } catch (IOException e) {
      throw new Unable("Cannot remove " + marker, e);
    }
  }

  /** The made-up past ends where the clock can take over. */
  private static LocalDate yesterday() {
    return LocalDate.now(Validity.ZONE).minusDays(1);
  }
}
