package nl.standaardencatalogus.catalogue.access;

import org.apache.jena.graph.Node;

/**
 * Why somebody may not change a record, and who may.
 *
 * @param record the record that was to be changed
 */
public record Denial(Node record, Reason reason) {
  /** What is missing; pages and problems have a sentence for each in both languages. */
  public enum Reason {
    /** The declaration or mandate is that of another municipality. */
    OTHER_MUNICIPALITY,
    /** The municipality gave this organisation no mandate that holds today for this standard. */
    NO_MANDATE,
    /** A declaration names another organisation as the one that makes it. */
    OTHER_DECLARANT,
    /** Records of this kind are not for this role. */
    OTHER_ROLE,
    /** The standard is maintained and published by other organisations. */
    OTHER_MAINTAINER,
    /** What another organisation says of a status would change, or be said in its name. */
    OTHER_AUTHORITY
  }
}
