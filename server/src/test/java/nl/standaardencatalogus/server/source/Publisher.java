package nl.standaardencatalogus.server.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.server.document.Documents;

/**
 * A municipality's web server on this machine, in https with a throw-away certificate, that answers
 * every request in the way that a test sets.
 */
public final class Publisher implements AutoCloseable {
  public static final String TURTLE = "text/turtle";
  public static final String JSON_LD = "application/ld+json";

  private static final String CATALOGUE = "https://catalogus.example";
  private static final char[] PASSWORD = "throw-away".toCharArray();
  private static final SSLContext TLS = tls();

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Answer answer = exchange -> exchange.sendResponseHeaders(500, -1);

  /** How a request is answered. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public Publisher() {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(TLS));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
          try (exchange) {
            answer.to(exchange);
          }
        });
    server.start();
  }

  /** Made with the tool of the JDK, as Java has no way of its own to sign a certificate. */
  private static SSLContext tls() {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path file = folder.resolve("store.p12");
      Process tool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "publisher",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "san=dns:localhost",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(PASSWORD),
                  "-keystore",
                  file.toString())
              .inheritIO()
              .start();
      if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
        throw new IllegalStateException("No certificate");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
      KeyStore certificates = KeyStore.getInstance("PKCS12");
      certificates.load(null, null);
      certificates.setCertificateEntry("publisher", store.getCertificate("publisher"));
      trusted.init(certificates);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where it publishes. */
  public URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort() + "/opgaven");
  }

  public OwnSource of(String code) {
    return new OwnSource(code, address());
  }

  /** The entity tags that came along with each request; {@code null} where there was none. */
  List<String> asked() {
    return new ArrayList<>(asked);
  }

  void answers(Answer how) {
    answer = how;
  }

  /** Publishes a document, with names and values of headers by turns. */
  public void publishes(String type, String text, String... headers) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
  }

  void answersWith(int status, String... headers) {
    answers(
        exchange -> {
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(status, -1);
        });
  }

  static HttpClient client() {
    return Fetcher.client().sslContext(TLS).build();
  }

  /** A fetcher that trusts this server and may come to this machine. */
  static Fetcher fetcher(Fetcher.Bounds bounds) {
    return new Fetcher(client(), address -> true, CATALOGUE, bounds);
  }

  /** Sources of a catalogue that come from here; where each stands is kept in its data folder. */
  public OwnSources sources(Catalogue catalogue, Path data, String... codes) {
    return sources(catalogue, data, fetcher(Fetcher.Bounds.USUAL), codes);
  }

  OwnSources sources(Catalogue catalogue, Path data, Fetcher fetcher, String... codes) {
    return new OwnSources(
        catalogue,
        new SourceList(data.resolve("list"), List.of(codes).stream().map(this::of).toList()),
        Duration.ofDays(1),
        fetcher,
        Documents.contexts(CATALOGUE),
        data.resolve("sources"),
        Clock.systemUTC());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
