package nl.standaardencatalogus.server.page;

import org.apache.jena.graph.Node;

/** An architecture element as lists need it, with how many standards it has to carry. */
public record Element(
    Node node, String title, Node type, Node gemma, Node layer, int mandatory, int recommended) {}
