package nl.standaardencatalogus.server.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;

/**
 * How fast the question library is answered beside other engines that hold the same triples: the
 * snapshot and TDB2 in this process, and every endpoint that is named.
 *
 * <p>Arguments: a data folder that nobody has open, a folder to work in, then for each endpoint a
 * name and an address. {@value Standings#COLD} is this project's own server without kept answers,
 * {@value Standings#WARM} the same with them. {@code server/src/test/engines/run} starts them all.
 */
final class EngineBenchmark {
  private static final int REQUESTS = 5000;

  private EngineBenchmark() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (Catalogue catalogue =
        Catalogue.open(Path.of(arguments[0]), Rules.load(), Progress.silent())) {
      Graph state = catalogue.snapshot().graph();
      DatasetGraph disk = disk(state, Path.of(arguments[1]));
      List<Engine> engines = new ArrayList<>();
      engines.add(Engine.here("snapshot", query -> QueryExec.graph(state).query(query)));
      engines.add(Engine.here("TDB2", query -> QueryExec.dataset(disk).query(query)));
      for (int i = 2; i + 1 < arguments.length; i += 2) {
        engines.add(Engine.at(arguments[i], arguments[i + 1]));
      }
      System.out.printf(
          "%,d triples, %d processors, Java %s; medians of %d runs after %d, in milliseconds%n%n",
          state.size(),
          Runtime.getRuntime().availableProcessors(),
          Runtime.version(),
          Runs.COUNTED,
          Runs.WARM_UP);
      disk.begin(TxnType.READ);
      try {
        compare(engines);
        for (int i = 2; i + 1 < arguments.length; i += 2) {
          if (arguments[i].equals(Standings.WARM)) {
            nothing(URI.create(arguments[i + 1]).resolve("/health/live").toString());
          }
        }
      } finally {
        disk.end();
      }
    }
  }

  /** What a request takes for which there is nothing to do: no answer, kept or not, takes less. */
  private static void nothing(String address) {
    long[] took = new long[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      long start = System.nanoTime();
      Client.get(address);
      took[i] = System.nanoTime() - start;
    }
    Arrays.sort(took);
    System.out.printf("%nA request with nothing to do: %.2f ms%n", took[REQUESTS / 2] / 1e6);
  }

  /** The same triples in TDB2; what an earlier run left there is taken as it is. */
  private static DatasetGraph disk(Graph state, Path work) {
    DatasetGraph disk = DatabaseMgr.connectDatasetGraph(work.resolve("tdb2").toString());
    Txn.executeWrite(
        disk,
        () -> {
          if (disk.getDefaultGraph().isEmpty()) {
            state.find().forEach(disk.getDefaultGraph()::add);
          }
        });
    return disk;
  }

  /**
   * Asks everything some times before anything is counted, so that the first question finds engines
   * and client as warm as the last; then asks each engine on end, as one client does that waits for
   * an answer before it asks again.
   */
  private static void compare(List<Engine> engines) throws InterruptedException {
    Map<String, List<Runs>> questions = new LinkedHashMap<>();
    for (LibraryQuestion question : Library.of(Questions.load()).all()) {
      if (question.endpoint() == Endpoint.STATE) {
        Query query = question.query(question.examples());
        questions.put(
            question.name(), engines.stream().map(engine -> new Runs(engine, query)).toList());
      }
    }
    for (int i = 0; i < Runs.WARM_UP; i++) {
      for (List<Runs> question : questions.values()) {
        for (Runs runs : question) {
          runs.warm();
        }
      }
    }
    Standings standings = new Standings(engines, System.out);
    for (var question : questions.entrySet()) {
      Map<Engine, Measured> measured = new LinkedHashMap<>();
      for (Runs runs : question.getValue()) {
        measured.put(runs.engine(), runs.measured());
      }
      standings.add(question.getKey(), measured);
    }
    standings.end();
  }
}
