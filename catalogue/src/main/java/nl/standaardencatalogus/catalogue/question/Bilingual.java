package nl.standaardencatalogus.catalogue.question;

/** A text in both languages of the catalogue. */
public record Bilingual(String nl, String en) {}
