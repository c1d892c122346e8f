package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import nl.standaardencatalogus.server.http.Accept;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
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
  private final Map<String, Supplier<DatasetGraph>> sources = new LinkedHashMap<>();

  public Sparql(Limits limits) {
    this.limits = limits;
  }

  /** Adds an endpoint; the source gives each request the data it keeps to its end. */
  public Sparql endpoint(String path, Supplier<DatasetGraph> source) {
    sources.put(path, source);
    return this;
  }

  /** Puts the endpoints into a servlet context. */
  public void mount(ServletContextHandler context) {
    OperationRegistry operations = OperationRegistry.createEmpty();
    operations.register(
        Operation.Query, WebContent.contentTypeSPARQLQuery, new QueryOperation(limits));
    DataAccessPointRegistry points = new DataAccessPointRegistry();
    for (String path : sources.keySet()) {
      points.register(new DataAccessPoint(path, service(operations)));
      context.addFilter(
          new FilterHolder(new Door(sources.get(path), limits)),
          path,
          EnumSet.of(DispatcherType.REQUEST));
    }
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

  private static final class Door implements Filter {
    private final FusekiFilter fuseki = new FusekiFilter();
    private final Supplier<DatasetGraph> source;
    private final Limits limits;

    Door(Supplier<DatasetGraph> source, Limits limits) {
      this.source = source;
      this.limits = limits;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      HttpServletRequest asked = (HttpServletRequest) request;
      if (forPeople(asked)) {
        chain.doFilter(request, response);
      } else {
        open(asked, (HttpServletResponse) response, chain);
      }
    }

    /** A reader that comes without a query gets the page on which to write one. */
    private static boolean forPeople(HttpServletRequest request) {
      boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
      return reads
          && request.getParameter("query") == null
          && Accept.page(request.getHeader("Accept"));
    }

    private void open(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      response.setHeader("Vary", "Accept");
      response.setHeader("Cache-Control", "no-cache");
      if (asked(request)) {
        answer(request, response, chain);
      } else {
        ServiceDescription.send(request, response, limits);
      }
    }

    private static boolean asked(HttpServletRequest request) {
      return request.getMethod().equals("POST") || request.getParameter("query") != null;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      HeldResponse held = new HeldResponse(response, limits.bytes());
      request.setAttribute(QueryOperation.DATA, source.get());
      request.setAttribute(QueryOperation.RESPONSE, held);
      fuseki.doFilter(request, held, chain);
      held.finish();
    }
  }
}
