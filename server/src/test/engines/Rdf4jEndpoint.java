import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * RDF4J's memory store as an endpoint: SELECT only, answered as it is found, in JSON. Arguments: the
 * triples, a port and the seconds that a query may take.
 */
final class Rdf4jEndpoint {
  private final SailRepository store = new SailRepository(new MemoryStore());
  private final int seconds;

  private Rdf4jEndpoint(int seconds) {
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws IOException {
    Rdf4jEndpoint endpoint = new Rdf4jEndpoint(Integer.parseInt(arguments[2]));
    try (RepositoryConnection connection = endpoint.store.getConnection()) {
      connection.add(new File(arguments[0]), RDFFormat.NTRIPLES);
    }
    // Else the answer waits for the client's acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int port = Integer.parseInt(arguments[1]);
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/sparql", endpoint::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        RepositoryConnection connection = store.getConnection()) {
      TupleQuery query;
      try {
        query = connection.prepareTupleQuery(query(exchange));
      } catch (RuntimeException e) {
        byte[] why = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(400, why.length);
        exchange.getResponseBody().write(why);
        return;
      }
      query.setMaxExecutionTime(seconds);
      exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 14);
      SPARQLResultsJSONWriter writer = new SPARQLResultsJSONWriter(out);
      writer.getWriterConfig().set(BasicWriterSettings.PRETTY_PRINT, false);
      query.evaluate(writer);
      out.flush();
    }
  }

  private static String query(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String form =
        body.length > 0
            ? new String(body, StandardCharsets.UTF_8)
            : exchange.getRequestURI().getRawQuery();
    for (String part : String.valueOf(form).split("&")) {
      if (part.startsWith("query=")) {
        return URLDecoder.decode(part.substring("query=".length()), StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException("There is no query");
  }
}
