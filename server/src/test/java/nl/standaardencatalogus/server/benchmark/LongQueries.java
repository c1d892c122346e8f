package nl.standaardencatalogus.server.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Queries that would run for days, all sent at once: they compare every triple with every other.
 */
final class LongQueries {
  /** How one of them ended, and after how long. */
  record End(String how, Duration after) {}

  private final List<CompletableFuture<End>> ends = new ArrayList<>();

  /** Sends them; none is the same as another, so that no engine can answer two at once. */
  LongQueries(String address, int count) {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < count; i++) {
      String query =
          "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) = "
              + (1_000_000 + i)
              + ") }";
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      address + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
              .header("Accept", "application/sparql-results+json")
              .build();
      long start = System.nanoTime();
      ends.add(
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofString())
              .handle(
                  (answer, broken) ->
                      new End(
                          broken == null ? String.valueOf(answer.statusCode()) : told(broken),
                          Duration.ofNanos(System.nanoTime() - start))));
    }
  }

  private static String told(Throwable broken) {
    Throwable cause = broken instanceof CompletionException ? broken.getCause() : broken;
    return cause instanceof IOException ? "connection broken" : cause.toString();
  }

  /** Whether one of them goes on. */
  boolean running() {
    return !ends.stream().allMatch(CompletableFuture::isDone);
  }

  /** How each ended. */
  List<End> ends() {
    return ends.stream().map(CompletableFuture::join).toList();
  }
}
