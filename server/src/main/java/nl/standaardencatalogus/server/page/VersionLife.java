package nl.standaardencatalogus.server.page;

import java.util.Collection;
import java.util.Set;

/** Where a version is in its life on one day: to come, to be used, or over. */
public enum VersionLife {
  COMING,
  ALIVE,
  UNSUPPORTED,
  WITHDRAWN;

  private static final Set<String> EARLY = Set.of("in-ontwikkeling", "wv", "cv", "vv");
  private static final Set<String> TAKEN_BACK =
      Set.of("teruggetrokken", "tg", "niet-meer-in-gebruik");

  /** Whether a standard or a version is over by the statuses that hold: one that says so does. */
  public static boolean hasEnded(Collection<String> statuses) {
    return statuses.stream().anyMatch(Tones.ENDED::contains);
  }

  /**
   * Where it is by all that is said of it. The end goes before the rest: one authority that ended
   * it is enough, whatever another still says.
   *
   * @param statuses the statuses that hold on the day, of any authority
   * @param issued the day of publication; null when not known
   * @param end the last day of support; null when not known
   */
  public static VersionLife of(
      Collection<String> statuses, String label, String issued, String end, String day) {
    if (statuses.stream().anyMatch(TAKEN_BACK::contains)) {
      return WITHDRAWN;
    }
    if (hasEnded(statuses) || end != null && PartialDate.isOver(end, day)) {
      return UNSUPPORTED;
    }
    boolean early = issued != null && PartialDate.isAfter(issued, day);
    return early || statuses.stream().anyMatch(EARLY::contains) || Versions.isTrial(label)
        ? COMING
        : ALIVE;
  }

  public boolean ended() {
    return this == UNSUPPORTED || this == WITHDRAWN;
  }
}
