package nl.standaardencatalogus.server.proposal;

import org.apache.jena.graph.Node;

/**
 * What somebody without an account asks for, in words; an editor makes a change of it.
 *
 * @param about the standard that it is about; null when it is a new one
 * @param title what the standard is called
 * @param source an address on the web; may be empty
 */
public record Remark(Node about, String title, String description, String source) {}
