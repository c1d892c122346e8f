package nl.standaardencatalogus.server.archimate;

import java.util.Arrays;
import java.util.Set;

/**
 * A layer of ArchiMate, as tools call the folder that has its elements.
 *
 * <p>The kinds of elements are those that the catalogue has a code for, and {@code Constraint}.
 */
enum Layer {
  BUSINESS("Business", "BusinessFunction", "BusinessProcess", "BusinessService"),
  APPLICATION(
      "Application",
      "ApplicationComponent",
      "ApplicationFunction",
      "ApplicationInterface",
      "ApplicationService"),
  TECHNOLOGY("Technology & Physical", "SystemSoftware"),
  MOTIVATION("Motivation", "Constraint", "Principle"),
  OTHER("Other", "Grouping");

  private final String folder;
  private final Set<String> types;

  Layer(String folder, String... types) {
    this.folder = folder;
    this.types = Set.of(types);
  }

  String folder() {
    return folder;
  }

  /** The layer of a kind of element. */
  static Layer of(String type) {
    return Arrays.stream(values()).filter(it -> it.types.contains(type)).findFirst().orElse(OTHER);
  }

  /** Whether the schema has this kind of element; a file with another one cannot be opened. */
  static boolean knows(String type) {
    return Arrays.stream(values()).anyMatch(it -> it.types.contains(type));
  }
}
