package nl.standaardencatalogus.catalogue.question;

import org.apache.jena.query.Query;

/**
 * One question file.
 *
 * @param name its path below {@code src/main/sparql}, without the extension
 * @param purpose its first comment line: the question in plain words and the variables it expects
 * @param text the file as it is written
 * @param query the same, parsed
 */
public record Question(String name, String purpose, String text, Query query) {}
