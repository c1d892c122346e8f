package nl.standaardencatalogus.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in front of every door: security headers, who may read from another site, the request
 * log and the figures. A servlet filter, because Fuseki answers before any handler of Javalin runs.
 */
public final class Guard implements Filter {
  /** The header of what a server asks itself. */
  public static final String OWN_REQUEST = "Own-Request";

  private static final Logger LOG = LoggerFactory.getLogger("request");
  private static final String CSP =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** For what any site may show: it shows nothing else, and runs nothing. */
  private static final String SHOWN_CSP = "default-src 'none'; frame-ancestors *";

  private static final Pattern SHOWN =
      Pattern.compile("(/en)?/(standaarden|gemeenten)/[^/]+/embleem(/[^/]+)?\\.svg");
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "POST");

  private static final Set<String> WRITES = Set.of("PUT", "DELETE");
  private static final String WRITTEN = ApiVersion.PATH + "/";

  /** What is shown to who is logged in alone. */
  private static final Pattern OWN = Pattern.compile("(/en)?/(mijn|inloggen|uitloggen)(/.*)?");

  /** The endpoints, where a query may also be posted. */
  private static final Pattern QUERIES = Pattern.compile("(/en)?/sparql(/historie)?");

  private final Figures figures;

  private final String own;

  /**
   * Guards a server.
   *
   * @param own what the server itself says in the header {@link #OWN_REQUEST}: those requests are
   *     neither counted nor logged
   */
  public Guard(Figures figures, String own) {
    this.figures = figures;
    this.own = own;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    guard((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    headers(request, response);
    if (request.getRequestURI().startsWith(WRITTEN)) {
      response.setHeader("API-Version", ApiVersion.NUMBER);
    }
    try {
      if (!allowed(request)) {
        boolean asked = QUERIES.matcher(request.getRequestURI()).matches();
        response.setHeader("Allow", asked ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS");
        Problem.of(405, "What is here can be read; " + WRITTEN + " is where to write.")
            .send(response);
      } else if (preflight(request)) {
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        response.setHeader(
            "Access-Control-Allow-Headers",
            "Accept, Accept-Datetime, Content-Type, If-Modified-Since, If-None-Match, If-Range,"
                + " Range");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(204);
      } else {
        chain.doFilter(request, response);
      }
      takeRest(request);
    } finally {
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      if (!own.equals(request.getHeader(OWN_REQUEST))) {
        figures.answered(response.getStatus(), milliseconds);
        log(request, response, milliseconds);
      }
    }
  }

  /** Also of a request that was not refused: who is sent to log in had something to send too. */
  private static void takeRest(HttpServletRequest request) throws IOException {
    if (!request.isAsyncStarted()
        && Rest.follows(
            request.getContentLengthLong(),
            request.getHeader("Transfer-Encoding"),
            request.getHeader("Expect"))) {
      Rest.take(request.getInputStream());
    }
  }

  private static void headers(HttpServletRequest request, HttpServletResponse response) {
    boolean shown = SHOWN.matcher(request.getRequestURI()).matches();
    response.setHeader("Content-Security-Policy", shown ? SHOWN_CSP : CSP);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!shown) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    if (OWN.matcher(request.getRequestURI()).matches()) {
      return;
    }
    // What else can be read here is public, so any site may read it, and a page of another site
    // cannot send a key: Authorization is no header that it may set.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Access-Control-Expose-Headers",
        "Accept-Ranges, Allow, API-Version, Catalogue-Sample-Data, Catalogue-Sequence,"
            + " Content-Encoding, Content-Location, Content-Range, ETag, Link, Location, Memento-Datetime, RateLimit, RateLimit-Policy,"
            + " Retry-After, Server-Timing, Vary");
  }

  private static boolean allowed(HttpServletRequest request) {
    return READS.contains(request.getMethod())
        || WRITES.contains(request.getMethod()) && request.getRequestURI().startsWith(WRITTEN);
  }

  private static boolean preflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void log(
      HttpServletRequest request, HttpServletResponse response, long milliseconds) {
    LOG.atInfo()
        .addKeyValue("method", request.getMethod())
        .addKeyValue("path", request.getRequestURI())
        .addKeyValue("status", response.getStatus())
        .addKeyValue("ms", milliseconds)
        .log("request");
  }
}
