package nl.standaardencatalogus.server.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.server.account.Keys;
import org.apache.jena.atlas.RuntimeIOException;

/**
 * What it costs to declare on a running server: how long until one declaration is to be seen, how
 * long a hundred take in one commit, and what readers feel of fifty municipalities that declare at
 * once, each with a key of its own. Afterwards all that was acknowledged is looked for.
 *
 * <p>{@code WriteBenchmark http://localhost:8080 DATA}, where DATA is the data folder of that
 * server: take a copy, this writes into it and makes keys there.
 */
final class WriteBenchmark {
  private static final int WRITERS = 50;
  private static final int READERS = 2;
  private static final int SECONDS = 60;
  private static final int DECLARATIONS = 40;
  private static final int BATCHES = 5;
  private static final int BATCH = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PACE = 2_000_000_000L;

  /** A reader asks for so many nanoseconds a page: forty a second for all. */
  private static final long EACH_PAGE = 50_000_000L;

  private static final String TURTLE = "text/turtle";
  private static final String STANDARD = "zaken-api";
  private static final Pattern LAST_PAGE = Pattern.compile("/ldes/pagina/([0-9]+)>");
  private static final Pattern CODE = Pattern.compile("/id/gemeente/(gm[0-9]{4})");
  private static final Pattern SLUG =
      Pattern.compile("standaardencatalogus/id/standaard/([a-z0-9-]+)\"");
  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\" *: *([0-9]+)");
  private static final List<String> READ =
      List.of(
          "/",
          "/standaarden",
          "/standaarden/zaken-api",
          "/standaarden/zaken-api/invoering",
          "/gemeenten",
          "/gemeenten/gm0363",
          "/besluiten",
          "/doc/standaard/zaken-api.ttl");

  private final String server;
  private final Keys keys;
  private final List<String> codes = new ArrayList<>();
  private final List<String> slugs = new ArrayList<>();
  private final AtomicLong read = new AtomicLong();

  /**
   * Whether readers ask for pages that nobody asked for before, as most readers do: what is kept of
   * a page would make them look fast alone, and the commits of the writers slow.
   */
  private volatile boolean anew = true;

  private WriteBenchmark(String server, Path data) {
    this.server = server;
    this.keys = new Keys(data.resolve("keys"));
  }

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    System.setProperty("http.maxConnections", String.valueOf(WRITERS + READERS));
    new WriteBenchmark(arguments[0], Path.of(arguments[1])).run();
  }

  private void run() throws InterruptedException, ExecutionException {
    find();
    seen();
    batches();
    // A server that has run for a day has its code compiled; this one has just been started.
    beside("warming up", 0);
    during(READERS + " readers, warming up");
    during(READERS + " readers alone, of pages that nobody asked for before");
    beside("each every 10 s", 5 * PACE);
    beside("each every 2 s", PACE);
    beside("each as fast as it can", 0);
    during(READERS + " readers after them");
    anew = false;
    during(READERS + " readers after them, of pages that are kept");
  }

  // Who declares what

  private void find() {
    codes.addAll(
        all(
            CODE,
            "SELECT DISTINCT ?m { ?x a <https://w3id.org/standaardencatalogus/def#Declaration> ;"
                + " <https://w3id.org/standaardencatalogus/def#municipality> ?m } ORDER BY ?m"));
    slugs.addAll(
        all(
            SLUG,
            "SELECT ?s { ?s a <https://w3id.org/standaardencatalogus/def#Standard> } ORDER BY ?s"));
  }

  private List<String> all(Pattern pattern, String query) {
    byte[] answer = Client.ask(server + "/sparql", query, PATIENCE).body();
    return pattern
        .matcher(new String(answer, StandardCharsets.UTF_8))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  private String key(String code) {
    Instant now = Instant.now();
    String organisation = "https://identifier.overheid.nl/tooi/id/gemeente/" + code;
    return "Bearer "
        + keys.make("meting", organisation, Set.of(Role.MUNICIPALITY), now, now.plusSeconds(3600))
            .text();
  }

  private static String declaration(String code, String slug, String title) {
    return """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix id: <https://w3id.org/standaardencatalogus/id/> .
        @prefix gm: <https://identifier.overheid.nl/tooi/id/gemeente/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <https://w3id.org/standaardencatalogus/id/verklaring/%1$s/%2$s> a sc:Declaration ;
          dct:title "%3$s"@nl ;
          sc:municipality gm:%1$s ;
          sc:standard <https://w3id.org/standaardencatalogus/id/standaard/%2$s> ;
          sc:declaredBy gm:%1$s ;
          sc:phase <https://w3id.org/standaardencatalogus/id/verklaring/%1$s/%2$s#fase-1> .
        <https://w3id.org/standaardencatalogus/id/verklaring/%1$s/%2$s#fase-1>
          a sc:PhaseStatement ;
          sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/orientatie> ;
          sc:validFrom "2026-01-01"^^xsd:date .
        """
        .formatted(code, slug, title);
  }

  private Client.Reply put(String code, String slug, String key, String title, boolean there) {
    return Client.send(
        "PUT",
        server + path(code, slug),
        declaration(code, slug, title),
        "Content-Type",
        TURTLE,
        "Authorization",
        key,
        there ? "If-Match" : "If-None-Match",
        "*");
  }

  /** So that there is a declaration to change. */
  private void begin(String code, String key) {
    boolean there = Client.get(server + path(code, STANDARD)).status() == 200;
    requireTaken(put(code, STANDARD, key, "Meting " + UUID.randomUUID(), there));
  }

  private static String path(String code, String slug) {
    return "/api/v1/declarations/" + code + "/" + slug;
  }

  private static boolean taken(Client.Reply reply) {
    return reply.status() == 200 || reply.status() == 201;
  }

  private static String text(Client.Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private static void requireTaken(Client.Reply reply) {
    if (!taken(reply)) {
      throw new IllegalStateException(reply.status() + " " + text(reply));
    }
  }

  // One, and many in one commit

  private void seen() {
    String code = codes.get(0);
    String key = key(code);
    Map<String, LongStream.Builder> took = new ConcurrentHashMap<>();
    begin(code, key);
    for (int i = 0; i < DECLARATIONS; i++) {
      String title = "Meting " + UUID.randomUUID();
      long start = System.nanoTime();
      requireTaken(put(code, STANDARD, key, title, true));
      note(took, "1 answered", start);
      await(() -> asked(title));
      note(took, "2 in SPARQL too", start);
      await(() -> text(page("/opgaven/" + code + "/" + STANDARD)).contains(title));
      note(took, "3 on its page too", start);
      await(() -> fed(title));
      note(took, "4 in the feed too", start);
    }
    took.keySet().stream()
        .sorted()
        .forEach(what -> tell("one declaration, " + what.substring(2), took.get(what)));
  }

  private static void note(Map<String, LongStream.Builder> took, String what, long start) {
    took.computeIfAbsent(what, none -> LongStream.builder()).add(System.nanoTime() - start);
  }

  private Client.Reply page(String path) {
    return Client.get(server + path, "Accept", "text/html");
  }

  private boolean asked(String title) {
    String query = "SELECT ?x { ?x <http://purl.org/dc/terms/title> \"" + title + "\"@nl }";
    return text(query).contains("/verklaring/");
  }

  private String text(String query) {
    byte[] answer = Client.ask(server + "/sparql", query, PATIENCE).body();
    return new String(answer, StandardCharsets.UTF_8);
  }

  private boolean fed(String title) {
    Matcher pages =
        LAST_PAGE.matcher(text(Client.get(server + "/ldes", "Accept", "application/n-triples")));
    long last = 0;
    while (pages.find()) {
      last = Math.max(last, Long.parseLong(pages.group(1)));
    }
    return text(Client.get(server + "/ldes/pagina/" + last, "Accept", "application/n-quads"))
        .contains(title);
  }

  private static void await(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not to be seen within " + PATIENCE);
      }
    }
  }

  private void batches() {
    LongStream.Builder took = LongStream.builder();
    String code = codes.get(1);
    String key = key(code);
    for (int i = 0; i < BATCHES; i++) {
      StringBuilder all = new StringBuilder();
      String title = "Meting " + UUID.randomUUID();
      slugs.stream().limit(BATCH).forEach(slug -> all.append(declaration(code, slug, title)));
      long start = System.nanoTime();
      requireTaken(
          Client.send(
              "POST",
              server + "/api/v1/declarations?basedOn=" + sequence(),
              all.toString(),
              "Content-Type",
              TURTLE,
              "Authorization",
              key,
              "Idempotency-Key",
              '"' + title + '"'));
      took.add(System.nanoTime() - start);
    }
    tell("a commit of " + Math.min(BATCH, slugs.size()), took);
  }

  // Many at once

  private void beside(String how, long pace) throws InterruptedException, ExecutionException {
    List<String> writers = codes.subList(2, 2 + WRITERS);
    Map<String, String> last = new ConcurrentHashMap<>();
    AtomicLong acknowledged = new AtomicLong();
    AtomicLong refused = new AtomicLong();
    LongStream.Builder took = LongStream.builder();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    Map<String, String> opening = new HashMap<>();
    for (String code : writers) {
      opening.put(code, key(code));
      begin(code, opening.get(code));
    }
    long before = sequence();
    try {
      List<Future<?>> writing = new ArrayList<>();
      for (String code : writers) {
        String key = opening.get(code);
        writing.add(
            pool.submit(
                () -> {
                  Thread.sleep(pace / 1_000_000 * writers.indexOf(code) / WRITERS);
                  while (!over.get()) {
                    String title = "Meting " + UUID.randomUUID();
                    long start = System.nanoTime();
                    if (taken(put(code, STANDARD, key, title, true))) {
                      acknowledged.incrementAndGet();
                      last.put(code, title);
                    } else {
                      refused.incrementAndGet();
                    }
                    long end = System.nanoTime();
                    synchronized (took) {
                      took.add(end - start);
                    }
                    Thread.sleep(Math.max(0, (pace - (end - start)) / 1_000_000));
                  }
                  return null;
                }));
      }
      during(READERS + " readers, " + WRITERS + " writers " + how);
      over.set(true);
      for (Future<?> each : writing) {
        each.get();
      }
    } finally {
      over.set(true);
      pool.shutdown();
    }
    tell("  their writes", took);
    long lost = last.entrySet().stream().filter(it -> !asked(it.getValue())).count();
    System.out.printf(
        "  %d acknowledged, %d refused, %d commits more than before; %d of %d last ones lost%n",
        acknowledged.get(), refused.get(), sequence() - before, lost, last.size());
  }

  private long sequence() {
    Matcher found = SEQUENCE.matcher(text(Client.get(server + "/health/ready")));
    if (!found.find()) {
      throw new IllegalStateException("/health/ready tells no sequence");
    }
    return Long.parseLong(found.group(1));
  }

  private void during(String what) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    ExecutorService pool = Executors.newFixedThreadPool(READERS);
    LongStream.Builder took = LongStream.builder();
    try {
      List<Future<long[]>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        int first = i;
        reading.add(pool.submit(() -> read(first, end)));
      }
      for (Future<long[]> each : reading) {
        LongStream.of(each.get()).forEach(took::add);
      }
    } finally {
      pool.shutdown();
    }
    tell(what, took);
  }

  /** Counts from when a page should have been asked for: who waits for one misses the next. */
  private long[] read(int first, long end) throws InterruptedException {
    LongStream.Builder took = LongStream.builder();
    long next = System.nanoTime();
    for (int i = first; next < end; i++) {
      long wait = next - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      String path = READ.get(i % READ.size());
      Client.Reply reply = page(anew ? path + "?meting=" + read.incrementAndGet() : path);
      if (reply.status() != 200) {
        throw new RuntimeIOException(path + " gives " + reply.status());
      }
      took.add(System.nanoTime() - next);
      next += EACH_PAGE;
    }
    return took.build().toArray();
  }

  private static void tell(String what, LongStream.Builder took) {
    Latencies all = Latencies.of(took.build().toArray(), 0);
    System.out.printf(
        Locale.ROOT,
        "%-58s p50 %7.1f, p95 %7.1f, longest %7.1f ms (%d)%n",
        what,
        all.within(0.5),
        all.within(0.95),
        all.within(1),
        all.sorted().length);
  }
}
