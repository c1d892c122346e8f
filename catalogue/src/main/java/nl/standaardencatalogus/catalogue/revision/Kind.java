package nl.standaardencatalogus.catalogue.revision;

/** What a revision did to its record. */
public enum Kind {
  CREATE,
  UPDATE,
  DELETE
}
