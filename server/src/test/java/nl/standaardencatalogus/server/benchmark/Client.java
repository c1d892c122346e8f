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
 * Asks a SPARQL endpoint with as little of its own as can be, so that what is measured is the
 * endpoint: the JDK's older client sends from the thread that asks, over a connection that is kept,
 * where its newer one takes longer than most queries do.
 */
final class Client {
  private Client() {}

  /**
   * The answer in JSON, to its last byte.
   *
   * @throws HttpException when it refuses
   * @throws RuntimeIOException when it cannot be reached, breaks off or lets one wait
   */
  static byte[] ask(String address, String query, Duration patience) {
    byte[] form =
        ("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII);
    try {
      HttpURLConnection asked = (HttpURLConnection) URI.create(address).toURL().openConnection();
      asked.setReadTimeout((int) patience.toMillis());
      asked.setRequestMethod("POST");
      asked.setDoOutput(true);
      asked.setRequestProperty("Accept", "application/sparql-results+json");
      asked.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      try (OutputStream out = asked.getOutputStream()) {
        out.write(form);
      }
      int status = asked.getResponseCode();
      try (InputStream in = status < 400 ? asked.getInputStream() : asked.getErrorStream()) {
        byte[] answer = in == null ? new byte[0] : in.readAllBytes();
        if (status != HttpURLConnection.HTTP_OK) {
          throw new HttpException(
              status, asked.getResponseMessage(), new String(answer, StandardCharsets.UTF_8));
        }
        return answer;
      }
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }
}
