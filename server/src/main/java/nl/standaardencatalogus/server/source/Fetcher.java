package nl.standaardencatalogus.server.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import nl.standaardencatalogus.server.source.Fetched.Failed;
import nl.standaardencatalogus.server.source.Fetched.Validators;
import org.apache.jena.riot.Lang;

/**
 * Asks for the document at an address of the list: over https, from the public internet, no longer
 * and no more than the bounds. No redirect is followed, no cookie is kept, nothing is unpacked.
 *
 * <p>Every address of the host is looked at before the connection is made. That the host could have
 * another one a moment later is no way in: the JDK keeps what it looked up for longer than it takes
 * to connect, and no request is sent before the other side has shown a certificate for the name.
 *
 * <p>One caller at a time; {@link #close} may come from another thread.
 */
final class Fetcher implements AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int LONGEST_DETAIL = 500;

  private static final Map<String, Lang> TYPES =
      Map.of("text/turtle", Lang.TURTLE, "application/ld+json", Lang.JSONLD);

  private final HttpClient client;
  private final Predicate<InetAddress> open;
  private final String agent;
  private final Bounds bounds;
  private volatile CompletableFuture<?> running;
  private volatile boolean closed;

  /**
   * What one document may take.
   *
   * @param time from the first byte sent to the last received
   */
  record Bounds(long bytes, Duration time) {
    static final Bounds USUAL = new Bounds(5L << 20, Duration.ofSeconds(60));
  }

  /**
   * A fetcher for the public internet.
   *
   * @param catalogue where the catalogue is on the web, for who wonders whose request it is
   */
  Fetcher(String catalogue) {
    this(client().build(), PublicAddress::is, catalogue, Bounds.USUAL);
  }

  /**
   * @param open which addresses may be connected to
   */
  Fetcher(HttpClient client, Predicate<InetAddress> open, String catalogue, Bounds bounds) {
    this.client = client;
    this.open = open;
    this.agent = "standaardencatalogus (+" + catalogue + ")";
    this.bounds = bounds;
  }

  static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECTING);
  }

  /**
   * Asks for a document.
   *
   * @param known to be told only when it is another one
   * @throws CancellationException when the fetcher was closed meanwhile
   */
  Fetched fetch(URI address, Validators known) {
    // The list has no other; that nothing is sent in the clear must not depend on that.
    if (!"https".equalsIgnoreCase(address.getScheme())) {
      return new Failed(Ending.INSECURE, "no https");
    }
    try {
      InetAddress[] hosts = InetAddress.getAllByName(address.getHost());
      if (!Arrays.stream(hosts).allMatch(open)) {
        return new Failed(Ending.PRIVATE_ADDRESS, address.getHost());
      }
    } catch (UnknownHostException e) {
      return new Failed(Ending.UNKNOWN_HOST, address.getHost());
    }
    return asked(address, known);
  }

  private Fetched asked(URI address, Validators known) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(bounds.time())
            .header("Accept", "text/turtle, application/ld+json;q=0.9")
            .header("User-Agent", agent);
    if (!known.etag().isEmpty()) {
      request.header("If-None-Match", known.etag());
    }
    if (!known.lastModified().isEmpty()) {
      request.header("If-Modified-Since", known.lastModified());
    }
    CompletableFuture<HttpResponse<Bounded.Body>> answer =
        client.sendAsync(request.GET().build(), this::reader);
    running = answer;
    try {
      if (closed) {
        throw new CancellationException();
      }
      return read(address, answer.get(bounds.time().toMillis(), TimeUnit.MILLISECONDS), known);
    } catch (TimeoutException e) {
      return new Failed(Ending.TOO_SLOW, "");
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      answer.cancel(true);
      running = null;
    }
  }

  private Bounded reader(HttpResponse.ResponseInfo info) {
    return info.statusCode() == OK && lang(info.headers()) != null
        ? new Bounded(bounds.bytes())
        : Bounded.none();
  }

  /** What language the headers say that the body is in; null for none that is read. */
  private static Lang lang(HttpHeaders headers) {
    String packing = headers.firstValue("Content-Encoding").orElse("identity");
    String type = headers.firstValue("Content-Type").orElse("").split(";")[0].strip();
    return packing.equalsIgnoreCase("identity") ? TYPES.get(type.toLowerCase(Locale.ROOT)) : null;
  }

  private Fetched read(URI address, HttpResponse<Bounded.Body> answer, Validators known) {
    HttpHeaders headers = answer.headers();
    int status = answer.statusCode();
    if (status == NOT_MODIFIED && !known.equals(Validators.NONE)) {
      return new Fetched.Same();
    }
    if (status / 100 == 3 && headers.firstValue("Location").isPresent()) {
      return new Failed(Ending.REDIRECT, moved(address, headers.firstValue("Location").get()));
    }
    if (status == NOT_FOUND || status == GONE) {
      return new Failed(Ending.GONE, String.valueOf(status));
    }
    if (status != OK) {
      return new Failed(Ending.STATUS, String.valueOf(status));
    }
    if (lang(headers) == null) {
      String packing = headers.firstValue("Content-Encoding").map(it -> ", " + it).orElse("");
      return new Failed(Ending.TYPE, cut(headers.firstValue("Content-Type").orElse("?") + packing));
    }
    if (!answer.body().whole()) {
      return new Failed(Ending.TOO_LARGE, (bounds.bytes() >> 10) + " KiB");
    }
    return new Fetched.Document(
        lang(headers),
        answer.body().bytes(),
        new Validators(validator(headers, "ETag"), validator(headers, "Last-Modified")));
  }

  private static String moved(URI from, String location) {
    try {
      return cut(from.resolve(location).toString());
    } catch (IllegalArgumentException e) {
      return cut(location);
    }
  }

  /** What is too long to be kept is no help. */
  private static String validator(HttpHeaders headers, String name) {
    return headers.firstValue(name).filter(it -> it.length() <= LONGEST_DETAIL).orElse("");
  }

  private static Failed failed(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof CancellationException cancelled) {
        throw cancelled;
      }
      if (cause instanceof SSLException) {
        return new Failed(Ending.INSECURE, cut(String.valueOf(cause.getMessage())));
      }
      if (cause instanceof HttpTimeoutException) {
        return new Failed(Ending.TOO_SLOW, "");
      }
    }
    String message = problem.getMessage();
    return new Failed(
        Ending.UNREACHABLE, cut(message == null ? problem.getClass().getSimpleName() : message));
  }

  private static String cut(String text) {
    String plain = Aside.plain(text);
    return plain.length() > LONGEST_DETAIL ? plain.substring(0, LONGEST_DETAIL) + "…" : plain;
  }

  /** Gives up what is being fetched; nothing more will be. */
  @Override
  public void close() {
    closed = true;
    CompletableFuture<?> asked = running;
    if (asked != null) {
      asked.cancel(true);
    }
  }
}
