package nl.standaardencatalogus.server.benchmark;

import java.util.ArrayList;
import java.util.Locale;
import nl.standaardencatalogus.server.page.PageKinds;

/**
 * How long pages take and how large they are: each kind cold, by asking for a query that no page
 * has had before, and then again as it was.
 *
 * <p>{@code PageBenchmark http://localhost:8080 [times]}; a round beforehand warms up.
 */
public final class PageBenchmark {
  private static final int BARE_ROUNDS = 2000;

  private final String server;
  private final int times;

  /** Begins where no earlier run can have been: what that asked for is still kept. */
  private long asked = System.currentTimeMillis() * 1000;

  private PageBenchmark(String server, int times) {
    this.server = server;
    this.times = times;
  }

  public static void main(String[] args) {
    int times = args.length > 1 ? Integer.parseInt(args[1]) : 40;
    new PageBenchmark(args[0], times).run();
  }

  private void run() {
    for (int i = 0; i < BARE_ROUNDS; i++) {
      Client.get(server + "/health/live");
    }
    PageKinds.PATHS.forEach(path -> cold(path, times / 2));
    System.out.println("cold p50, p95; from cache p50, p95 (ms); size with gzip (kB)");
    PageKinds.PATHS.forEach(this::tell);
  }

  private void tell(String path) {
    Latencies cold = cold(path, times);
    page(path);
    Latencies kept = timed(path, times, false);
    System.out.printf(
        Locale.ROOT,
        "%7.1f %7.1f %7.1f %7.1f %7.1f  %s%n",
        cold.within(0.5),
        cold.within(0.95),
        kept.within(0.5),
        kept.within(0.95),
        Client.get(server + path, "Accept", "text/html", "Accept-Encoding", "gzip").body().length
            / 1000.0,
        path);
  }

  private Latencies cold(String path, int rounds) {
    return timed(path, rounds, true);
  }

  private Latencies timed(String path, int rounds, boolean fresh) {
    var took = new ArrayList<Long>();
    for (int i = 0; i < rounds; i++) {
      String address = fresh ? path + (path.contains("?") ? "&" : "?") + "koud=" + asked++ : path;
      long start = System.nanoTime();
      page(address);
      took.add(System.nanoTime() - start);
    }
    return Latencies.of(took.stream().mapToLong(Long::longValue).toArray(), 0);
  }

  private void page(String path) {
    int status = Client.get(server + path, "Accept", "text/html").status();
    if (status != 200) {
      throw new IllegalStateException(path + " answered " + status);
    }
  }
}
