package nl.standaardencatalogus.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.shapes.Rules;

/** What would come of a proposal among records that are in no catalogue yet. */
public final class DryRun {
  private DryRun() {}

  /**
   * What a catalogue with only these records would answer.
   *
   * @see Catalogue#dryRun
   */
  public static Outcome among(List<Change> records, Proposal proposal, Rules rules) {
    Draft draft = Draft.empty(Ontology.graph());
    long revision = 0;
    for (Change change : records) {
      revision++;
      String content = CanonicalGraph.write(change.record(), change.graph());
      draft.put(
          change.record(),
          change.graph(),
          new Snapshot.Current(
              revision, 1, Instant.EPOCH, proposal.onBehalfOf(), CanonicalGraph.sha256(content)));
    }
    Attempt attempt =
        new Attempt(
            proposal,
            record -> Optional.ofNullable(draft.current(record)),
            0,
            new RevisionIndex(),
            number -> Optional.empty());
    return attempt.refusal().orElseGet(() -> attempt.take(draft, rules, Instant.now()));
  }
}
