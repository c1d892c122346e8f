package nl.standaardencatalogus.server.gemma;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.proposal.Author;
import nl.standaardencatalogus.server.proposal.Moderation;
import nl.standaardencatalogus.server.proposal.Submission;

/**
 * How a release comes in by a page or a program: it is looked at, and then taken over as it was
 * looked at. Where two people look at every change it is handed in, as any other. Safe for use by
 * several threads.
 */
public final class Intake {
  private final Catalogue catalogue;
  private final Moderation moderation;

  public Intake(Catalogue catalogue, Moderation moderation) {
    this.catalogue = catalogue;
    this.moderation = moderation;
  }

  /** How taking over ended. */
  public sealed interface Ending {
    /** It is in the catalogue. */
    record Recorded(Outcome.Recorded outcome) implements Ending {}

    /** It waits for somebody else. */
    record HandedIn(Submission submission) implements Ending {}

    /** The catalogue does not take it. */
    record Refused(Outcome outcome) implements Ending {}

    /** What differs is no longer what was looked at. */
    record Overtaken() implements Ending {}

    /** It has to wait for somebody else, and is longer than what waits may be. */
    record TooLong() implements Ending {}
  }

  /** Who may do this at all: who answers what others hand in. */
  public static boolean takes(Principal principal) {
    return Moderation.answers(principal);
  }

  /**
   * From which day on a release holds.
   *
   * @param said the day that somebody said; null or empty for what the release says itself
   * @return empty when none of them says a day
   */
  public static Optional<LocalDate> day(Release release, String said) {
    String day = said == null || said.isBlank() ? release.date() : said.strip();
    try {
      return Optional.ofNullable(day).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What differs from the catalogue as it is now. */
  public Difference difference(Release release, LocalDate date) throws ReleaseException {
    return Comparison.of(catalogue, release, date);
  }

  /** What became otherwise since a release was taken over last; empty when none was. */
  Optional<Drift> drift() {
    return Drift.of(catalogue);
  }

  /** Whether it is handed in, and not recorded at once. */
  public boolean hands() {
    return moderation.wantsFourEyes();
  }

  /** What would come of it. */
  public Outcome tried(Author author, Principal principal, Difference difference) {
    if (difference.changes().isEmpty()) {
      return new Outcome.Unchanged();
    }
    return hands()
        ? moderation.tried(author, difference.changes())
        : catalogue.dryRun(principal, reason(difference), difference.changes());
  }

  /**
   * Takes over what somebody looked at, or hands it in.
   *
   * @param difference as it is now
   * @param code of what he looked at
   */
  public Ending take(Author author, Principal principal, Difference difference, String code) {
    if (!difference.code().equals(code)) {
      return new Ending.Overtaken();
    }
    if (difference.changes().isEmpty()) {
      return new Ending.Refused(new Outcome.Unchanged());
    }
    if (!hands()) {
      Outcome outcome = catalogue.commit(principal, reason(difference), difference.changes());
      return outcome instanceof Outcome.Recorded recorded
          ? new Ending.Recorded(recorded)
          : new Ending.Refused(outcome);
    }
    Submission submission =
        moderation.fresh(author, reason(difference), true, difference.changes());
    Optional<Submission> twin = moderation.twin(submission);
    if (twin.isPresent()) {
      return new Ending.HandedIn(twin.get());
    }
    Outcome outcome = tried(author, principal, difference);
    if (!(outcome instanceof Outcome.Recorded)) {
      return new Ending.Refused(outcome);
    }
    return moderation.handWhole(submission)
        ? new Ending.HandedIn(submission)
        : new Ending.TooLong();
  }

  private static String reason(Difference difference) {
    return "Overgenomen uit " + difference.source();
  }
}
