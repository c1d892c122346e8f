package nl.standaardencatalogus.server.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;

/**
 * How fast the question library is answered, cold, beside other engines that hold the same triples:
 * the snapshot and TDB2, both in this process, and every endpoint that is named.
 *
 * <p>Arguments: a data folder that nobody has open, a folder to work in, then for each other engine
 * a name and the address of its endpoint. The triples to load there are in {@code state.nt} in the
 * working folder after a first run. Prints for each question the median of seven runs after two, in
 * milliseconds, and says where answers differ.
 */
final class EngineBenchmark {
  private static final int WARM_UP = 2;
  private static final int RUNS = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<String, Function<Query, QueryExec>> engines = new LinkedHashMap<>();

  private EngineBenchmark() {}

  public static void main(String[] arguments) {
    Path work = Path.of(arguments[1]);
    try (Catalogue catalogue =
        Catalogue.open(Path.of(arguments[0]), Rules.load(), Progress.silent())) {
      Graph state = catalogue.snapshot().graph();
      EngineBenchmark benchmark = new EngineBenchmark();
      benchmark.engines.put("snapshot", query -> QueryExec.graph(state).query(query).build());
      DatasetGraph disk = disk(state, work);
      // As TDB2 comes: the catalogue's own executor wants filters unplaced in the whole process.
      benchmark.engines.put(
          "TDB2",
          query ->
              QueryExec.dataset(disk).query(query).set(ARQ.optFilterPlacementBGP, true).build());
      for (int i = 2; i + 1 < arguments.length; i += 2) {
        String address = arguments[i + 1];
        benchmark.engines.put(
            arguments[i],
            query ->
                QueryExecHTTP.service(address)
                    .query(query)
                    .timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .build());
      }
      System.out.printf(
          "%,d triples, %d processors, Java %s%n",
          state.size(), Runtime.getRuntime().availableProcessors(), Runtime.version());
      Txn.executeRead(disk, benchmark::run);
    }
  }

  /** The same triples in TDB2, and in a file for other engines. */
  private static DatasetGraph disk(Graph state, Path work) {
    try {
      Files.createDirectories(work);
      Path file = work.resolve("state.nt");
      if (!Files.exists(file)) {
        try (var out = Files.newOutputStream(file)) {
          RDFDataMgr.write(out, state, RDFFormat.NTRIPLES_UTF8);
        }
      }
      DatasetGraph disk = DatabaseMgr.connectDatasetGraph(work.resolve("tdb2").toString());
      Txn.executeWrite(
          disk,
          () -> {
            if (disk.getDefaultGraph().isEmpty()) {
              state.find().forEach(disk.getDefaultGraph()::add);
            }
          });
      return disk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    Map<String, Double> logarithms = new LinkedHashMap<>();
    int asked = 0;
    for (LibraryQuestion question : Library.of(Questions.load()).all()) {
      if (question.endpoint() != Endpoint.STATE) {
        continue;
      }
      asked++;
      StringBuilder line = new StringBuilder("%-42s".formatted(question.name()));
      List<String> first = null;
      for (var engine : engines.entrySet()) {
        Query query = question.query(question.examples());
        List<String> rows = new ArrayList<>();
        double median = patient(engine.getValue(), query, rows);
        logarithms.merge(engine.getKey(), Math.log(median), Double::sum);
        rows.sort(null);
        first = first == null ? rows : first;
        line.append("%12.2f%s".formatted(median, rows.equals(first) ? " " : "!"));
      }
      System.out.println(line);
    }
    StringBuilder line = new StringBuilder("%-42s".formatted("geometric mean, ms"));
    for (double logarithm : logarithms.values()) {
      line.append("%12.2f ".formatted(Math.exp(logarithm / asked)));
    }
    System.out.println(line + "  " + engines.keySet() + "  (! answers otherwise)");
  }

  /** An engine that refuses a query, or never ends it, counts with all the time it was given. */
  private static double patient(
      Function<Query, QueryExec> engine, Query query, List<String> answer) {
    try {
      return median(engine, query, answer);
    } catch (QueryException | HttpException e) {
      return PATIENCE.toMillis();
    }
  }

  private static double median(
      Function<Query, QueryExec> engine, Query query, List<String> answer) {
    long[] took = new long[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      answer.clear();
      long start = System.nanoTime();
      try (QueryExec execution = engine.apply(query)) {
        execution.select().forEachRemaining(row -> answer.add(told(row)));
      }
      if (i >= 0) {
        took[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(took);
    return took[RUNS / 2] / 1e6;
  }

  private static String told(Binding row) {
    Map<String, Node> values = new TreeMap<>();
    row.forEach((variable, value) -> values.put(variable.getName(), value));
    return values.toString();
  }
}
