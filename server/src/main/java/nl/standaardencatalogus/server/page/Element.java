package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import org.apache.jena.graph.Node;

/**
 * An architecture element as lists need it, with how many standards it has to carry.
 *
 * @param until the last day on which it was in the architecture; null while it is
 */
public record Element(
    Node node,
    String title,
    Node type,
    Node gemma,
    Node layer,
    String until,
    int mandatory,
    int recommended) {
  boolean endedBy(LocalDate day) {
    return until != null && until.compareTo(day.toString()) < 0;
  }
}
