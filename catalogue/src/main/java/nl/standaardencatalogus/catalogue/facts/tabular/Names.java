package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.List;
import java.util.Locale;

/** How names are written in identifiers and sentences. */
final class Names {
  private Names() {}

  /** {@code BusinessProcess} and {@code appliedOn} with hyphens and without capitals. */
  static String hyphened(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** A Dutch enumeration. */
  static String enumerated(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " en " + names.get(last);
  }
}
