package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Budget;
import nl.standaardencatalogus.server.http.HttpDate;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.fuseki.servlets.FusekiFilter;

/**
 * The door of one endpoint (SPARQL 1.1 Protocol §2.1): lets queries through to Fuseki with the data
 * of their moment, sends people to the page, describes the service to who comes without a query,
 * and refuses everything else.
 */
final class Door implements Filter {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String METHODS = "GET, HEAD, POST, OPTIONS";
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final List<String> STATES = List.of("asOf", "validOn");

  /** What forms are called elsewhere, and here. */
  private static final Map<String, String> MEANT =
      Map.of("jsonld", "json-ld", "rdf", "xml", "rdfxml", "xml", "rdf/xml", "xml", "n3", "ttl");

  private static final List<String> OWN = List.of("asOf", "validOn", "timeout", "format");
  private static final List<String> PAGE_FIRST =
      Stream.of(List.of("text/html"), QueryOperation.ROWS, QueryOperation.TRIPLES)
          .flatMap(List::stream)
          .toList();

  private final FusekiFilter fuseki = new FusekiFilter();
  private final Source source;
  private final Limits limits;
  private final Running running;
  private final Budget budget;
  private final Answers answers;

  Door(Source source, Limits limits, Running running, Budget budget, Answers answers) {
    this.source = source;
    this.limits = limits;
    this.running = running;
    this.budget = budget;
    this.answers = answers;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Vary", "Accept, Accept-Encoding");
    if (asked.getMethod().equals("OPTIONS")) {
      answer.setHeader("Allow", METHODS);
      answer.setHeader("Accept-Post", FORM + ", " + DIRECT);
      answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    if (forPeople(asked)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      open(asked, answer, chain, start);
    } catch (ProblemException e) {
      e.problem().send(answer);
    }
  }

  /**
   * A reader gets the page, with the answer on it when there is a query; unless the address names
   * another form for the answer.
   */
  private static boolean forPeople(HttpServletRequest request) {
    boolean reads = READS.contains(request.getMethod());
    boolean filledIn = isType(request, FORM) && request.getParameter("query") != null;
    String format = request.getParameter("format");
    return (reads || filledIn)
        && prefersPage(Accept.of(request))
        && (format == null || format.isEmpty());
  }

  /** Whether a page suits the client better than any form that answers come in. */
  private static boolean prefersPage(String accept) {
    return Accept.page(accept)
        && Accept.best(accept, PAGE_FIRST).filter(PAGE_FIRST.get(0)::equals).isPresent();
  }

  private void open(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, long start)
      throws IOException, ServletException {
    boolean reads = READS.contains(request.getMethod());
    if (!reads && !request.getMethod().equals("POST")) {
      response.setHeader("Allow", METHODS);
      throw new ProblemException(405, "Ask with GET or POST.");
    }
    if (isType(request, UPDATE) || request.getParameter("update") != null) {
      throw new ProblemException(
          403, "This endpoint answers queries; nothing can be changed through it.");
    }
    if (!reads && !isType(request, FORM) && !isType(request, DIRECT)) {
      response.setHeader("Accept-Post", FORM + ", " + DIRECT);
      throw new ProblemException(415, "Send a query as " + FORM + " or " + DIRECT + ".");
    }
    refuseMisspelt(request);
    refuseForm(request.getParameter("format"));
    response.setHeader("Cache-Control", "no-cache");
    if (reads && request.getParameter("query") == null) {
      Data data = data(request);
      state(response, data);
      ServiceDescription.send(request, response, data, limits);
    } else {
      answer(request, response, chain, start);
    }
  }

  private static void refuseForm(String form) {
    if (form != null && MEANT.containsKey(form)) {
      throw new ProblemException(
          400,
          "There is no form "
              + form
              + "; do you mean "
              + MEANT.get(form)
              + "? There are json, xml, csv and tsv for rows, and ttl, nt, xml and json-ld for"
              + " triples.");
    }
  }

  /** Who misspells {@code asOf} must not take today's answer for that of the day he asked of. */
  private static void refuseMisspelt(HttpServletRequest request) {
    for (String name : request.getParameterMap().keySet()) {
      String plain = name.replaceAll("[-_.]", "");
      OWN.stream()
          .filter(own -> own.equalsIgnoreCase(plain) && !own.equals(name))
          .findFirst()
          .ifPresent(
              own -> {
                throw new ProblemException(
                    400, "There is no parameter " + name + "; do you mean " + own + "?");
              });
    }
  }

  private static boolean isType(HttpServletRequest request, String type) {
    String given = request.getContentType();
    return given != null && given.split(";", 2)[0].trim().equalsIgnoreCase(type);
  }

  private Data data(HttpServletRequest request) {
    for (String name : STATES) {
      String[] values = request.getParameterValues(name);
      if (values != null && values.length > 1) {
        throw new ProblemException(400, "There is more than one " + name + ".");
      }
    }
    return source.at(
        Moments.asOf(request.getParameter("asOf")),
        Moments.validOn(request.getParameter("validOn")));
  }

  private static void state(HttpServletResponse response, Data data) {
    response.setHeader("Catalogue-Sequence", String.valueOf(data.sequence()));
    response.setHeader("Last-Modified", HttpDate.of(data.recorded()));
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, long start)
      throws IOException, ServletException {
    String client = request.getRemoteAddr();
    refusePoor(client, response);
    Duration time = time(request);
    Data data = charged(client, request);
    state(response, data);
    HeldResponse held = new HeldResponse(request, response, limits.bytes(), start);
    if (again(request, data, held)) {
      held.finish();
      return;
    }
    try (Watch watch = running.watch(time)) {
      new Exchange(
              request,
              data,
              data.dataset().apply(graph -> new WatchedGraph(graph, watch)),
              watch,
              held)
          .attach();
      try {
        fuseki.doFilter(read(request), held, chain);
      } finally {
        budget.charge(client, watch.took());
        running.ended(watch);
      }
      held.finish();
    }
  }

  /**
   * Gives an answer that was given before, without Fuseki, which would take longer over finding out
   * what is asked. A query that is the body of the request it has to read itself.
   */
  private boolean again(HttpServletRequest request, Data data, HeldResponse held) {
    String[] queries = request.getParameterValues("query");
    return queries != null
        && queries.length == 1
        && !isType(request, DIRECT)
        && answers.again(request, Answers.tag(request, data, queries[0]), held);
  }

  /** The data of a request; a past state takes a while to make, and who asks for it pays. */
  private Data charged(String client, HttpServletRequest request) {
    long start = System.nanoTime();
    try {
      return data(request);
    } finally {
      budget.charge(client, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /**
   * The request as Fuseki should see it: it answers GET and POST only, and what is sent for a HEAD
   * is decided at the end; to a client that takes anything it would give XML; and of what a client
   * accepts it reads the first line only.
   */
  private static HttpServletRequest read(HttpServletRequest request) {
    String accept = Objects.requireNonNullElse(Accept.of(request), "*/*");
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getMethod() {
        return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
      }

      @Override
      public String getHeader(String name) {
        return name.equalsIgnoreCase("Accept") ? accept : super.getHeader(name);
      }

      @Override
      public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase("Accept")
            ? Collections.enumeration(List.of(accept))
            : super.getHeaders(name);
      }
    };
  }

  private void refusePoor(String client, HttpServletResponse response) throws IOException {
    Optional<Duration> wait = budget.wait(client);
    if (wait.isPresent()) {
      response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds()));
      throw new ProblemException(
          Problem.of(
                  429,
                  "Your queries took more than "
                      + limits.clientTime().toSeconds()
                      + " s together in the last minute. Wait "
                      + wait.get().toSeconds()
                      + " s, or take a dump if you need everything.")
              .with("limit", "client time")
              .with("seconds", limits.clientTime().toSeconds()));
    }
  }

  /** What the client allows the query, at most what the limits do. */
  private Duration time(HttpServletRequest request) {
    String wanted = request.getParameter("timeout");
    if (wanted == null || wanted.isBlank()) {
      return limits.time();
    }
    try {
      double seconds = Double.parseDouble(wanted.trim());
      if (seconds > 0) {
        long milliseconds = (long) Math.min(limits.time().toMillis(), Math.ceil(seconds * 1000));
        return Duration.ofMillis(milliseconds);
      }
    } catch (NumberFormatException e) {
      // Falls through to the same problem as a number that is not positive.
    }
    throw new ProblemException(400, "timeout must be a number of seconds, for example 5.");
  }
}
