package nl.standaardencatalogus.server.page;

import org.apache.jena.graph.Node;

/** Where one municipality stands with one standard on a day. */
public record Held(Node declaration, Node phase, String since, boolean explained, Stage stage) {}
