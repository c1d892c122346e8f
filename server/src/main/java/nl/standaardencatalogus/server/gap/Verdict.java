package nl.standaardencatalogus.server.gap;

import java.util.Locale;
import nl.standaardencatalogus.server.page.Held;

/** What a declaration, or the lack of one, comes to beside what holds for a municipality. */
public enum Verdict {
  /** In production, in a version that is still supported. */
  ADOPTED("pos"),
  /** In production, in a version that is no longer supported or of an earlier generation. */
  OLDER("war"),
  /** Being implemented or planned. */
  PLANNED("inf"),
  /** Planned for a day that is over. */
  LATE("war"),
  /** Looked into; there is no plan yet. */
  EXPLORING("inf"),
  /** Not used, and it is explained why. */
  EXPLAINED("inf"),
  /** Explained, and the day on which that would be looked at again is over. */
  EXPIRED("war"),
  /** Said to be not applicable, without an explanation. */
  NOT_APPLICABLE("war"),
  /** Not used, without an explanation. */
  NOT("neg"),
  /** Nothing was said. */
  SILENT("neg");

  private final String tone;

  Verdict(String tone) {
    this.tone = tone;
  }

  /** The tone that it is shown in, an extra beside its words. */
  public String tone() {
    return tone;
  }

  /** What it is called in keys of texts and in data. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether somebody has to do something about it. */
  public boolean isOpen() {
    return this != ADOPTED && this != PLANNED && this != EXPLAINED;
  }

  /**
   * What it comes to.
   *
   * @param held what was declared; null for nothing
   * @param older whether the version in production is one to move on from
   * @param planned the day that it was planned for; null without one
   * @param review the day to look at the explanation again; null without one
   */
  static Verdict of(Held held, boolean older, String planned, String review, String day) {
    if (held == null) {
      return SILENT;
    }
    return switch (held.stage()) {
      case USE -> older ? OLDER : ADOPTED;
      case DOING, PLAN -> planned != null && planned.compareTo(day) < 0 ? LATE : PLANNED;
      case EXPLORE -> EXPLORING;
      case DEVIATE -> review != null && review.compareTo(day) < 0 ? EXPIRED : EXPLAINED;
      case NOT -> held.unexplained() ? NOT : NOT_APPLICABLE;
      case NONE -> SILENT;
    };
  }
}
