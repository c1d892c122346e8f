package nl.standaardencatalogus.catalogue.revision;

import org.apache.jena.graph.Node;

/**
 * Who put a change forward that somebody else took.
 *
 * @param name the role or program, never a person's name
 * @param organisation the organisation that answers for it
 */
public record Proposer(String name, Node organisation) {}
