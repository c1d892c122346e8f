package nl.standaardencatalogus.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in front of every door: security headers, who may read from another site, the request
 * log and the figures. A servlet filter, because Fuseki answers before any handler of Javalin runs.
 */
public final class Guard implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger("request");
  private static final String CSP =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "POST");

  private static final int MOST_TAKEN = 256 << 10;

  private final Figures figures;

  public Guard(Figures figures) {
    this.figures = figures;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    guard((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    headers(response);
    try {
      if (!READS.contains(request.getMethod())) {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        Problem.of(405, "This catalogue can be read, not written, over HTTP.").send(response);
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
      takeRest(request, response);
    } finally {
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      figures.answered(response.getStatus(), milliseconds);
      log(request, response, milliseconds);
    }
  }

  /**
   * Takes what a refused request still had to say. Jetty would close the connection instead,
   * without having said so, and a client that sends its next request over it is let down.
   */
  private static void takeRest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long length = request.getContentLengthLong();
    if (response.getStatus() >= 400 && length > 0 && length <= MOST_TAKEN) {
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void headers(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CSP);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    // Everything here is public and read-only, so any site may read it; nothing comes with cookies.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Access-Control-Expose-Headers",
        "Accept-Ranges, Allow, Catalogue-Sequence, Content-Encoding, Content-Location,"
            + " Content-Range, ETag, Link, Location, Memento-Datetime, Retry-After, Vary");
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
