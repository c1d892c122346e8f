package nl.standaardencatalogus.server.impact;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A kind of thing that a supposition touches. */
public enum Effect {
  /** In use, without a successor in use and without a plan for one. */
  EXPOSED,
  /**
   * In use, with a plan for a successor that comes after the day, or that should have come already.
   */
  LATE,
  /** In use, with a plan for a successor. */
  PREPARED,
  /** In use, beside a successor in use. */
  ADOPTED,
  /** Explanations for not using it. */
  LAPSING,
  /** Municipalities of which an explanation would be needed. */
  NEEDED,
  /** Municipalities that use a standard that becomes binding. */
  USING,
  /** Those that plan to by the day, that day included. */
  PLANNING,
  /** Those that explain why not, for as long as that holds. */
  EXPLAINING,
  /** What still obliges to a standard when something else no longer does. */
  REMAINING,
  /** Municipalities that need to explain nothing any more. */
  RELEASED,
  /** Those that introduce or plan what no longer binds. */
  INTENDING,
  COMPONENTS,
  INTERFACES,
  PROCESSES,
  /** Standards that rest on it. */
  RESTING,
  /** What it rests on that has ended. */
  ENDED,
  /** What it rests on that is in development. */
  COMING,
  PRODUCTS,
  DECISIONS;

  private static final Set<Effect> OF_MUNICIPALITIES =
      EnumSet.of(
          EXPOSED,
          LATE,
          PREPARED,
          ADOPTED,
          LAPSING,
          NEEDED,
          USING,
          PLANNING,
          EXPLAINING,
          RELEASED,
          INTENDING);

  /** What it is called in addresses and keys of texts. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it lists municipalities, so that inhabitants can be added up. */
  boolean isOfMunicipalities() {
    return OF_MUNICIPALITIES.contains(this);
  }

  /** Whether it follows from declarations, which may be made up for demonstration. */
  boolean isDeclared() {
    return isOfMunicipalities() || this == PRODUCTS;
  }
}
