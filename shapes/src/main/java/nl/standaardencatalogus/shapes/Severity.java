package nl.standaardencatalogus.shapes;

/** How much a finding weighs: a violation refuses a change, the others are kept and shown. */
public enum Severity {
  VIOLATION,
  WARNING,
  INFO
}
