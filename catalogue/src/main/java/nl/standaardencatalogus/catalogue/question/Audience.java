package nl.standaardencatalogus.catalogue.question;

/** Who a question of the library is for, in the order in which they are shown. */
public enum Audience {
  ARCHITECT,
  GEMEENTE,
  RIJK,
  LEVERANCIER,
  VNG
}
