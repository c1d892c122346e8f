package nl.standaardencatalogus.shapes;

import org.apache.jena.graph.Node;

/**
 * One thing that a rule has to say about one node.
 *
 * @param focus the node it is about
 * @param path the property it is about; null when it is about the node as a whole
 * @param value the value found; null when the rule misses one
 * @param shape the IRI of the rule
 * @param component the SHACL constraint component that spoke
 * @param messageNl what is wrong and how to repair it, in Dutch
 * @param messageEn the same in English
 */
public record Finding(
    Node focus,
    Node path,
    Node value,
    Node shape,
    Node component,
    Severity severity,
    String messageNl,
    String messageEn) {

  /**
   * What is wrong and how to repair it, in the language asked for; Dutch unless that is English.
   */
  public String message(String language) {
    return language.equals("en") ? messageEn : messageNl;
  }

  /** The name of the rule: the last part of its IRI, such as {@code Standard-title}. */
  public String rule() {
    return shape.getURI().substring(shape.getURI().indexOf('#') + 1);
  }
}
