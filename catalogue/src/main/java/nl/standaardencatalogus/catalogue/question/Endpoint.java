package nl.standaardencatalogus.catalogue.question;

/** What a question of the library is asked of. */
public enum Endpoint {
  /** The state of the catalogue, at {@code /sparql}. */
  STATE,
  /** All revisions, at {@code /sparql/historie}. */
  HISTORY
}
