package nl.standaardencatalogus.server.harvest;

import java.net.URI;
import org.apache.jena.graph.Node;

/**
 * Who offers this catalogue, and where.
 *
 * @param address where it is on the web, without a slash at the end
 * @param publisher the organisation that publishes it, one that the catalogue knows
 * @param email where questions go; null when nobody has been named
 */
public record Holder(String address, Node publisher, URI email) {}
