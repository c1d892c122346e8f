package nl.standaardencatalogus.server.gemma;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model exchange file says, in the order of the file.
 *
 * @param name what the model is called
 * @param properties what is said of the model as a whole
 * @param elements by their identifiers, which hold in this file alone
 * @param spokenOf the names of all properties that the file defines: of others it says nothing
 * @param hash SHA-256 of the file
 */
public record Release(
    String name,
    Map<String, String> properties,
    Map<String, Element> elements,
    List<Relation> relations,
    Set<String> spokenOf,
    String hash) {
  private static final String OBJECT_ID = "Object ID";

  /** When the release came out, as the model itself says; null when it does not. */
  public String date() {
    return properties.get("Release");
  }

  boolean speaksOf(String property) {
    return spokenOf.contains(property);
  }

  /**
   * An element.
   *
   * @param line where it begins
   * @param type the kind of ArchiMate element, such as {@code ApplicationComponent}
   * @param name null when it has none
   */
  record Element(String id, int line, String type, String name, Map<String, String> properties) {
    /** What GEMMA knows it by; null when the file does not say. */
    String objectId() {
      return properties.get(OBJECT_ID);
    }

    /** Null when nothing is said. */
    String property(String key) {
      return properties.get(key);
    }
  }

  /**
   * A relation.
   *
   * @param line where it begins
   * @param type the kind of ArchiMate relation, such as {@code Serving}
   * @param from the identifier of an element, or of another relation
   * @param name null when it has none
   */
  record Relation(
      String id,
      int line,
      String type,
      String from,
      String to,
      String name,
      Map<String, String> properties) {}
}
