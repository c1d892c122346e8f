package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.standaardencatalogus.server.http.Budget;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * The SPARQL endpoints: at each path a query service over the data that its source gives at the
 * moment of the request. Nothing but queries is registered, so updates have nowhere to go.
 */
public final class Sparql {
  private final Limits limits;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Running running;
  private final Budget budget;
  private final ReadQueries queries = new ReadQueries();
  private final Answers answers;

  public Sparql(Limits limits) {
    this.limits = limits;
    this.running = new Running(limits.longAtOnce());
    this.budget = new Budget(limits.clientTime());
    this.answers = new Answers(limits.cacheBytes());
  }

  /** Adds an endpoint; the source gives each request the data it keeps to its end. */
  public Sparql endpoint(String path, Source source) {
    sources.put(path, source);
    return this;
  }

  /** Answers for pages, within what the endpoints allow a client. */
  public Answering answering() {
    return new WatchedAnswering(sources, limits, running, budget, queries);
  }

  /** Puts the endpoints into a servlet context. */
  public void mount(ServletContextHandler context) {
    JsonRows.install();
    OperationRegistry operations = OperationRegistry.createEmpty();
    operations.register(
        Operation.Query,
        WebContent.contentTypeSPARQLQuery,
        new QueryOperation(limits, queries, answers));
    DataAccessPointRegistry points = new DataAccessPointRegistry();
    sources.forEach(
        (path, source) -> {
          points.register(new DataAccessPoint(path, service(operations)));
          context.addFilter(
              new FilterHolder(new Door(source, limits, running, budget, answers)),
              path,
              EnumSet.of(DispatcherType.REQUEST));
        });
    OperationRegistry.set(context.getServletContext(), operations);
    DataAccessPointRegistry.set(context.getServletContext(), points);
  }

  /** A service without data of its own: each request brings the data it reads. */
  private DataService service(OperationRegistry operations) {
    DatasetGraph nothing = DatasetGraphZero.create();
    long milliseconds = limits.time().toMillis();
    nothing.getContext().set(ARQ.queryTimeout, milliseconds + "," + milliseconds);
    nothing.getContext().set(ARQ.httpServiceAllowed, false);
    DataService service = DataService.newBuilder(nothing).addEndpoint(Operation.Query).build();
    service.setEndpointProcessors(operations);
    service.goActive();
    return service;
  }
}
