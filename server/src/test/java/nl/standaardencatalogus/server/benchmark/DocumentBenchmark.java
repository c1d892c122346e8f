package nl.standaardencatalogus.server.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long documents take: each one asked for the first time, then with the tag that it had. The
 * documents are drawn by dice from what a query over the running server finds. A request for which
 * there is nothing to do is measured beside them: what that takes is the machine's.
 *
 * <p>{@code DocumentBenchmark http://localhost:8080 [documents]}; the first tenth warms up.
 */
public final class DocumentBenchmark {
  private static final String PREFIX = "https://w3id.org/standaardencatalogus/id/";
  private static final String RECORDS =
      "SELECT ?x { ?x <https://w3id.org/standaardencatalogus/def#currentRevision> ?r"
          + " FILTER STRSTARTS(STR(?x), \""
          + PREFIX
          + "\") } ORDER BY ?x";
  private static final Pattern RECORD = Pattern.compile(PREFIX + "(\\S+)");
  private static final List<String> FORMS = List.of("ttl", "jsonld", "rdf", "nt");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;

  private DocumentBenchmark(String server) {
    this.server = server;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int documents = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    new DocumentBenchmark(args[0]).run(documents);
  }

  private void run(int documents) throws IOException, InterruptedException {
    List<String> tails = tails();
    Collections.shuffle(tails, new Random(17));
    int warming = Math.max(1, documents / 10);
    tell("nothing to do", floor(documents));
    for (String form : FORMS) {
      List<Long> cold = new ArrayList<>();
      List<Long> again = new ArrayList<>();
      for (int i = 0; i < warming + documents; i++) {
        String path = "/doc/" + tails.get(i % tails.size()) + "." + form;
        long start = System.nanoTime();
        HttpResponse<byte[]> whole = get(path);
        long first = System.nanoTime();
        HttpResponse<byte[]> known =
            get(path, "If-None-Match", whole.headers().firstValue("ETag").orElseThrow());
        long second = System.nanoTime();
        if (whole.statusCode() != 200 || known.statusCode() != 304) {
          throw new IllegalStateException(
              path + " answered " + whole.statusCode() + " and " + known.statusCode());
        }
        if (i >= warming) {
          cold.add(first - start);
          again.add(second - first);
        }
      }
      tell(form + ", cold", cold);
      tell(form + ", 304", again);
    }
  }

  /** What a request takes on this machine at this moment when there is nothing to do for it. */
  private List<Long> floor(int requests) throws IOException, InterruptedException {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      long start = System.nanoTime();
      get("/health/live");
      took.add(System.nanoTime() - start);
    }
    return took;
  }

  private List<String> tails() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/sparql"))
            .header("Content-Type", "application/sparql-query")
            .header("Accept", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(RECORDS))
            .build();
    Matcher record = RECORD.matcher(client.send(request, BodyHandlers.ofString()).body());
    List<String> tails = new ArrayList<>();
    while (record.find()) {
      tails.add(record.group(1));
    }
    System.out.println(tails.size() + " records");
    return tails;
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void tell(String what, List<Long> nanos) {
    Collections.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-14s median %6.2f ms, p95 %6.2f ms, most %6.2f ms%n",
        what,
        at(nanos, 0.5),
        at(nanos, 0.95),
        at(nanos, 1));
  }

  private static double at(List<Long> nanos, double part) {
    return nanos.get((int) Math.min(nanos.size() - 1L, Math.round(part * nanos.size()))) / 1e6;
  }
}
