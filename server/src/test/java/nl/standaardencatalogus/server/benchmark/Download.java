package nl.standaardencatalogus.server.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * An answer of many rows in CSV, read at some speed only, so that there is time to look at the
 * server meanwhile, but not so slowly that the server ends it: its time runs until the last row has
 * been taken. Rows are counted and nothing is kept.
 */
record Download(String address, String query) implements Callable<Download.Read> {
  private static final int SIP = 1 << 18;

  /** Rows without the header, and bytes. */
  record Read(long rows, long bytes) {}

  @Override
  public Read call() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(address + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header("Accept", "text/csv")
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException(
            answer.statusCode() + ": " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      return read(in);
    }
  }

  private static Read read(InputStream in) throws IOException, InterruptedException {
    long lines = 0;
    long bytes = 0;
    while (true) {
      byte[] part = in.readNBytes(SIP);
      if (part.length == 0) {
        return new Read(lines - 1, bytes);
      }
      bytes += part.length;
      for (byte letter : part) {
        if (letter == '\n') {
          lines++;
        }
      }
      Thread.sleep(10);
    }
  }
}
