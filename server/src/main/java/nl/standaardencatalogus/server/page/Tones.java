package nl.standaardencatalogus.server.page;

import java.util.Set;

/** Which tone a status is shown in: an extra beside its words. */
public final class Tones {
  public static final Set<String> ENDED =
      Set.of(
          "einde-ondersteuning",
          "teruggetrokken",
          "niet-meer-in-gebruik",
          "verwijderd",
          "eo",
          "tg");

  private Tones() {}

  static String of(String slug) {
    if (ENDED.contains(slug)) {
      return "neg";
    }
    return switch (slug) {
      case "verplicht", "pas-toe-of-leg-uit", "aanbevolen" -> "inf";
      case "in-gebruik", "def" -> "pos";
      case "in-ontwikkeling",
              "in-procedure",
              "vervanging-in-gang",
              "historisch-verplicht",
              "wv",
              "cv",
              "vv" ->
          "war";
      default -> "";
    };
  }
}
