package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.http.Accept;
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
  private static final List<String> DECIDE =
      List.of("output", "format", "results", "callback", "default-graph-uri", "named-graph-uri");

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

  /** Names the answer: the same for what is answered the same, another one for everything else. */
  String tag(String query) {
    StringBuilder all = new StringBuilder(query.length() + 256);
    all.append(data.state()).append('\n').append(request.getRequestURI()).append('\n');
    all.append(Objects.requireNonNullElse(Accept.of(request), "")).append('\n');
    for (String name : DECIDE) {
      all.append(Arrays.toString(request.getParameterValues(name))).append('\n');
    }
    return CanonicalGraph.sha256(all.append(query).toString()).substring(0, 32);
  }

  /** Whether the client already has the answer of this name. */
  boolean known(String tag) {
    String has = request.getHeader("If-None-Match");
    return has != null
        && Arrays.stream(has.split(","))
            .map(String::trim)
            .anyMatch(one -> one.equals("*") || one.contains('"' + tag));
  }

  /** Whether the client chose the form by a parameter instead of its {@code Accept}. */
  boolean formChosen() {
    return List.of("output", "format", "results").stream()
        .anyMatch(name -> request.getParameter(name) != null);
  }
}
