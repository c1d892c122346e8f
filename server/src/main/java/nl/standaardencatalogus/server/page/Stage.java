package nl.standaardencatalogus.server.page;

import java.util.Locale;

/**
 * How far a municipality is with a standard, as maps and bars tell it: a phase under the name that
 * it has in the code list, or what is derived from phases, under a name of its own.
 */
public enum Stage {
  USE,
  DOING,
  PLAN,
  EXPLORE,
  DEVIATE,
  NOT,
  NONE;

  /** The class of its colour. */
  public String css() {
    return "f-" + name().toLowerCase(Locale.ROOT);
  }

  /** The key of its name. */
  public String key() {
    return "stage." + name().toLowerCase(Locale.ROOT);
  }

  /** The stage that a declared phase comes to; an explanation counts only while nothing is used. */
  static Stage of(String phase, boolean explained) {
    if (phase.equals("in-productie")) {
      return USE;
    }
    if (explained) {
      return DEVIATE;
    }
    return switch (phase) {
      case "in-implementatie" -> DOING;
      case "gepland" -> PLAN;
      case "orientatie" -> EXPLORE;
      case "geen-plannen", "niet-van-toepassing", "uitgefaseerd" -> NOT;
      default -> NONE;
    };
  }
}
