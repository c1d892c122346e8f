package nl.standaardencatalogus.server.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;

/**
 * Asks a server with as little of its own as can be, so that what is measured is the server: the
 * JDK's older client sends from the thread that asks, over a connection that is kept, where its
 * newer one takes longer than most answers do.
 */
final class Client {
  private Client() {}

  /**
   * What came back, to the last byte.
   *
   * @param tag null where there is none
   * @param timing what the server says it spent itself; null where it does not say
   */
  record Reply(int status, String tag, String timing, byte[] body) {}

  /**
   * A page, with names and values of headers by turns.
   *
   * @throws RuntimeIOException when the server cannot be reached, breaks off or lets one wait
   */
  static Reply get(String address, String... headers) {
    try {
      return reply(to(address, headers));
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  /**
   * Sends a text, with names and values of headers by turns.
   *
   * @throws RuntimeIOException when the server cannot be reached, breaks off or lets one wait
   */
  static Reply send(String method, String address, String text, String... headers) {
    try {
      HttpURLConnection sending = to(address, headers);
      sending.setRequestMethod(method);
      sending.setDoOutput(true);
      try (OutputStream out = sending.getOutputStream()) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return reply(sending);
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  /**
   * An endpoint's answer in JSON.
   *
   * @throws HttpException when it refuses
   * @throws RuntimeIOException when it cannot be reached, breaks off or lets one wait
   */
  static Reply ask(String address, String query, Duration patience) {
    try {
      HttpURLConnection asked =
          to(
              address,
              "Accept",
              "application/sparql-results+json",
              "Content-Type",
              "application/x-www-form-urlencoded");
      asked.setReadTimeout((int) patience.toMillis());
      asked.setRequestMethod("POST");
      asked.setDoOutput(true);
      String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
      try (OutputStream out = asked.getOutputStream()) {
        out.write(form.getBytes(StandardCharsets.US_ASCII));
      }
      Reply reply = reply(asked);
      if (reply.status() != HttpURLConnection.HTTP_OK) {
        throw new HttpException(
            reply.status(),
            asked.getResponseMessage(),
            new String(reply.body(), StandardCharsets.UTF_8));
      }
      return reply;
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  private static HttpURLConnection to(String address, String... headers) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    for (int i = 0; i < headers.length; i += 2) {
      connection.setRequestProperty(headers[i], headers[i + 1]);
    }
    return connection;
  }

  private static Reply reply(HttpURLConnection asked) throws IOException {
    int status = asked.getResponseCode();
    try (InputStream in = status < 400 ? asked.getInputStream() : asked.getErrorStream()) {
      byte[] body = in == null ? new byte[0] : in.readAllBytes();
      return new Reply(
          status, asked.getHeaderField("ETag"), asked.getHeaderField("Server-Timing"), body);
    }
  }
}
