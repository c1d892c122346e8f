package nl.standaardencatalogus.server.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long documents take: each one asked for the first time, then all with the tags they had. The
 * documents are drawn by dice from what a query over the running server finds. A request for which
 * there is nothing to do is measured beside them: what that takes is the machine's. Before them,
 * the description for harvesters, which is only cold when the server was started just now.
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
  private static final Pattern RECORD = Pattern.compile(PREFIX + "([^\"\\s]+)");
  private static final List<String> FORMS = List.of("ttl", "jsonld", "rdf", "nt");

  private static final int WARM_UP = 3000;

  private final String server;

  private DocumentBenchmark(String server) {
    this.server = server;
  }

  public static void main(String[] args) {
    int documents = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    new DocumentBenchmark(args[0]).run(documents);
  }

  private void run(int documents) {
    // The client's own code is warm before anything counts; of the server that warms the door only.
    timed(WARM_UP, "/health/live");
    tell("catalog, first", timed(1, "/catalog.ttl"));
    List<String> tails = tails();
    Collections.shuffle(tails, new Random(17));
    int warming = Math.max(1, documents / 10);
    // What a request takes on this machine at this moment when there is nothing to do for it.
    tell("nothing to do", timed(documents, "/health/live"));
    List<Long> allCold = new ArrayList<>();
    List<Long> allAgain = new ArrayList<>();
    for (String form : FORMS) {
      List<Long> cold = new ArrayList<>();
      List<Long> again = new ArrayList<>();
      Map<String, String> tags = new LinkedHashMap<>();
      for (int i = 0; i < warming + documents; i++) {
        String path = "/doc/" + tails.get(i % tails.size()) + "." + form;
        long start = System.nanoTime();
        Client.Reply whole = Client.get(server + path);
        if (i >= warming) {
          cold.add(System.nanoTime() - start);
        }
        require(path, 200, whole);
        tags.put(path, whole.tag());
      }
      // In a round of their own: else what documents leave to be collected counts here.
      tags.forEach(
          (path, tag) -> {
            long start = System.nanoTime();
            Client.Reply known = Client.get(server + path, "If-None-Match", tag);
            again.add(System.nanoTime() - start);
            require(path, 304, known);
          });
      tell(form + ", cold", cold);
      tell(form + ", 304", again);
      allCold.addAll(cold);
      allAgain.addAll(again);
    }
    tell("all, cold", allCold);
    tell("all, 304", allAgain);
    timed(20, "/catalog.ttl");
    tell("catalog, then", timed(200, "/catalog.ttl"));
    tell("catalog, gzip", timed(200, "/catalog.ttl", "Accept-Encoding", "gzip"));
  }

  private static void require(String path, int status, Client.Reply reply) {
    if (reply.status() != status) {
      throw new IllegalStateException(path + " answered " + reply.status());
    }
  }

  private List<Long> timed(int times, String path, String... headers) {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      Client.get(server + path, headers);
      took.add(System.nanoTime() - start);
    }
    return took;
  }

  private List<String> tails() {
    byte[] answer = Client.ask(server + "/sparql", RECORDS, Duration.ofSeconds(20)).body();
    Matcher record = RECORD.matcher(new String(answer, StandardCharsets.UTF_8));
    List<String> tails = new ArrayList<>();
    while (record.find()) {
      tails.add(record.group(1));
    }
    System.out.println(tails.size() + " records");
    return tails;
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
