package nl.standaardencatalogus.catalogue.search;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * One thing that can be found.
 *
 * @param thing its IRI
 * @param kind the local name of its class, such as {@code Standard}
 * @param names its name first, then every other name
 * @param identifiers codes, numbers and slugs it is known by
 * @param families names and codes of what it is part of
 * @param description a sentence or two; empty when there is none
 * @param ended whether it is over: it stays to be found, below what is in force
 */
public record Entry(
    Node thing,
    String kind,
    List<String> names,
    List<String> identifiers,
    List<String> families,
    String description,
    boolean ended) {
  public Entry {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    families = List.copyOf(families);
  }

  /** What it is called. */
  public String name() {
    return names.get(0);
  }
}
