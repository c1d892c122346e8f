package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.standaardencatalogus.server.http.Problem;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * One query on its way from request to answer: the data it is asked of, what watches over it and
 * the response it goes to. For the thread of the request.
 */
record Exchange(
    HttpServletRequest request,
    Data data,
    DatasetGraph dataset,
    Watch watch,
    HeldResponse response) {
  private static final String ATTRIBUTE = Exchange.class.getName();

  static Exchange of(HttpServletRequest request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }

  void attach() {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Ends the exchange with a problem. */
  RuntimeException refuse(Problem problem) {
    response.fail(problem);
    ServletOps.error(problem.status(), problem.detail());
    return new IllegalStateException("Fuseki goes on after an error");
  }

  /** Whether the client chose the form by a parameter instead of its {@code Accept}. */
  boolean formChosen() {
    return List.of("output", "format", "results").stream()
        .anyMatch(name -> request.getParameter(name) != null);
  }
}
