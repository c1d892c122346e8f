package nl.standaardencatalogus.server.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * How a running server bears up: lookups alone, lookups while long queries run, and large answers
 * while its heap is watched.
 *
 * <p>Arguments: the address of its endpoint, its process and the seconds that a query may take
 * there. It should keep no answers, and allow one client more than this takes.
 */
final class LoadBenchmark {
  private static final int WARM_UP_SECONDS = 5;
  private static final int SECONDS = 20;
  private static final int LONG = 10;
  private static final int DOWNLOADS = 3;

  private final String address;
  private final LiveHeap heap;
  private final int limit;

  private LoadBenchmark(String address, LiveHeap heap, int limit) {
    this.address = address;
    this.heap = heap;
    this.limit = limit;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    LoadBenchmark benchmark =
        new LoadBenchmark(
            arguments[0],
            new LiveHeap(Long.parseLong(arguments[1])),
            Integer.parseInt(arguments[2]));
    benchmark.lookups();
    benchmark.download("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 100000");
    benchmark.download("SELECT ?s ?p ?o { ?s ?p ?o }");
  }

  private void lookups() throws InterruptedException, ExecutionException {
    Lookups lookups = new Lookups(address);
    tell("records to look up: " + lookups.records() + ", clients: " + Lookups.CLIENTS);
    during(lookups, WARM_UP_SECONDS);
    tell("lookups alone: " + during(lookups, SECONDS));
    LongQueries queries = new LongQueries(address, LONG);
    tell("lookups beside " + LONG + " long queries: " + lookups.during(queries::running));
    Map<String, Long> ends =
        queries.ends().stream()
            .collect(Collectors.groupingBy(LongQueries.End::how, Collectors.counting()));
    double last =
        queries.ends().stream().mapToLong(end -> end.after().toMillis()).max().orElseThrow() / 1e3;
    tell(
        "long queries ended: %s, the last after %.1f s of the %d s that one may take%s"
            .formatted(ends, last, limit, last > 2 * limit ? " ▲ more than twice that" : ""));
    tell("lookups after them: " + during(lookups, WARM_UP_SECONDS));
  }

  private static Latencies during(Lookups lookups, int seconds)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    return lookups.during(() -> System.nanoTime() < end);
  }

  private void download(String query) throws IOException, InterruptedException, ExecutionException {
    ExecutorService client = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < DOWNLOADS; i++) {
        long before = heap.bytes();
        long start = System.nanoTime();
        Future<Download.Read> reading = client.submit(new Download(address, query));
        long most = 0;
        int looks = 0;
        while (!reading.isDone()) {
          long now = heap.bytes();
          if (!reading.isDone()) {
            most = Math.max(most, now);
            looks++;
          }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Download.Read read = reading.get();
        tell(
            "%s: %,d rows, %,d MB in %.1f s; live heap before %d MB, %s, after %d MB"
                .formatted(
                    query,
                    read.rows(),
                    read.bytes() >> 20,
                    seconds,
                    before >> 20,
                    looks == 0
                        ? "over before it could be looked at"
                        : "at most %d MB during (%d looks)".formatted(most >> 20, looks),
                    heap.bytes() >> 20));
      }
    } finally {
      client.shutdown();
    }
  }

  private static void tell(String what) {
    System.out.printf(
        "%s  [load %.1f]%n",
        what, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
