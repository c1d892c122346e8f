package nl.standaardencatalogus.server.page;

import org.apache.jena.graph.Node;

/** A municipality as lists and maps need it; province and population may be unknown. */
public record Municipality(
    Node node, String code, String name, String sort, Node province, Integer population) {}
