package nl.standaardencatalogus.catalogue;

import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Outcome;

/** A commit of a load was refused; the commits before it are recorded. */
public final class LoadException extends CatalogueException {
  private static final long serialVersionUID = 1;

  private final transient Outcome outcome;

  LoadException(DatedProposal refused, Outcome outcome) {
    super(
        "The commit of "
            + refused.recorded()
            + " (\""
            + refused.proposal().reason()
            + "\") is refused: "
            + reason(outcome));
    this.outcome = outcome;
  }

  /** Why it was refused. */
  public Outcome outcome() {
    return outcome;
  }

  private static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.report().text("en");
    }
    if (outcome instanceof Outcome.Malformed malformed) {
      return "<" + malformed.record() + ">: " + malformed.reason();
    }
    return outcome.toString();
  }
}
