package nl.standaardencatalogus.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.http.Guard;
import nl.standaardencatalogus.server.page.PagePaths;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server that has just begun to listen for what visitors ask for, as they do and for some
 * seconds, so that few of them wait for overviews to be made and for code to be compiled. In a
 * thread of its own, as a server is to be there soon after its start.
 */
final class WarmUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int RECORDS = 2000;

  /** In milliseconds: a server that does not answer itself must not hold a thread for ever. */
  private static final int LONGEST_WAIT = 5000;

  private static final List<String> PATHS =
      List.of("/catalog.ttl", "/", "/standaarden", "/gemeenten", "/en/");

  private final String address;
  private final String own;
  private final long end;
  private volatile boolean closed;

  /**
   * Some seconds, from now on.
   *
   * @param address where the server is, without a slash at the end
   * @param own what tells the server that it is asked by itself
   */
  WarmUp(String address, String own, Duration atMost) {
    this.address = address;
    this.own = own;
    this.end = System.nanoTime() + atMost.toNanos();
  }

  /** Begins, and does not wait. */
  void start(Snapshot snapshot) {
    Thread thread = new Thread(() -> run(snapshot), "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Asks until the time is over; what goes wrong is left to be found by who asks next. */
  void run(Snapshot snapshot) {
    List<Node> records = snapshot.records().limit(RECORDS).toList();
    try {
      for (int i = 0; hasTime(); i++) {
        visit(PATHS.get(i % PATHS.size()));
        for (int j = 0; j < 8 && !records.isEmpty() && hasTime(); j++) {
          look(records.get((8 * i + j) % records.size()));
        }
      }
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        LOG.warn("The server could not be asked by itself", e);
      }
    }
  }

  private boolean hasTime() {
    return !closed && System.nanoTime() < end;
  }

  /** At a record: its documents, those once more, its page, and its name in a query. */
  private void look(Node record) throws IOException {
    Optional<String> document = Iris.document(record);
    if (document.isPresent()) {
      for (Form form : Form.OF_DOCUMENTS) {
        visit(document.get().substring(Iris.BASE.length() - 1) + "." + form.suffix());
      }
    }
    Optional<String> page = PagePaths.of(record);
    if (page.isPresent()) {
      visit(page.get());
    }
    String query = "SELECT ?p ?o { <" + record.getURI() + "> ?p ?o }";
    visit("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /** Takes an answer, and asks whether it is still the same. */
  private void visit(String path) throws IOException {
    String tag = ask(path, "\"none\"");
    if (tag != null) {
      ask(path, tag);
    }
  }

  private String ask(String path, String tag) throws IOException {
    HttpURLConnection asked =
        (HttpURLConnection) URI.create(address + path).toURL().openConnection(Proxy.NO_PROXY);
    asked.setConnectTimeout(LONGEST_WAIT);
    asked.setReadTimeout(LONGEST_WAIT);
    asked.setInstanceFollowRedirects(false);
    asked.setRequestProperty("If-None-Match", tag);
    asked.setRequestProperty(Guard.OWN_REQUEST, own);
    int status = asked.getResponseCode();
    try (InputStream in = status < 400 ? asked.getInputStream() : asked.getErrorStream()) {
      if (in != null) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return asked.getHeaderField("ETag");
  }
}
