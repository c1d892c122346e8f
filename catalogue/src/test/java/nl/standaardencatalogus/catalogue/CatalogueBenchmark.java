package nl.standaardencatalogus.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.sample.SampleHistory;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Measures the catalogue with the curated facts and the whole sample. With {@code next} as its
 * second argument it opens what an earlier run left, in a JVM that has done nothing yet.
 */
final class CatalogueBenchmark {
  private static final int COMMITS = 51;

  private CatalogueBenchmark() {}

  /** Takes the folder to work in, and {@code first} or {@code next}. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    System.out.printf(
        "%d processors, at most %d MB of heap, Java %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("java.version"));
    if (arguments[1].equals("first")) {
      first(folder);
    } else {
      next(folder);
    }
  }

  private static void first(Path folder) {
    empty(folder);
    Rules rules = Rules.load();
    List<Change> facts = CuratedFacts.changes();
    Graph all = GraphFactory.createDefaultGraph();
    facts.forEach(change -> GraphUtil.addInto(all, change.graph()));
    long start = System.nanoTime();
    Report report = rules.validate(all);
    figure("validation of the curated facts, " + all.size() + " triples", start);
    System.out.printf(
        "  conforms: %s, findings: %,d%n", report.conforms(), report.findings().size());

    start = System.nanoTime();
    Catalogue catalogue = Catalogue.open(folder, rules, Progress.silent());
    Catalogue.Load load = catalogue.load(SampleHistory.from(facts), Progress.silent());
    figure("first start on an empty folder: open, and load of facts and sample", start);
    final long loaded = System.nanoTime();
    System.out.printf("  %,d commits, %,d revisions%n", load.commits(), load.revisions());
    describe(catalogue, folder);
    commits(catalogue);
    follow(catalogue);
    figure("the history has followed, since the end of the load", loaded);
    start = System.nanoTime();
    Verification verification = catalogue.verify(Progress.silent());
    figure("verify", start);
    System.out.println("  " + verification);
    start = System.nanoTime();
    catalogue.close();
    figure("close, with a checkpoint", start);
    disk(folder);
  }

  private static void follow(Catalogue catalogue) {
    try {
      catalogue.history().await(catalogue.snapshot().sequence(), Progress.silent());
    } catch (InterruptedException e) {
      throw new IllegalStateException("Interrupted while the history followed", e);
    }
  }

  private static void next(Path folder) {
    Duration before = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    long start = System.nanoTime();
    Rules rules = Rules.load();
    figure("loading the rules", start);
    start = System.nanoTime();
    Catalogue catalogue = Catalogue.open(folder, rules, Progress.silent());
    figure("opening", start);
    System.out.printf(
        "  since the JVM started: %,d ms (%d before anything)%n",
        ManagementFactory.getRuntimeMXBean().getUptime(), before.toMillis());
    describe(catalogue, folder);
    commits(catalogue);
    start = System.nanoTime();
    Snapshot past =
        catalogue.asOf(
            SampleHistory.FIRST_DAY
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .plusYears(4)
                .toInstant());
    figure("the state of four years after the beginning, " + past.size() + " records", start);
    catalogue.close();
  }

  private static void describe(Catalogue catalogue, Path folder) {
    Snapshot snapshot = catalogue.snapshot();
    System.out.printf(
        "  %,d records, %,d triples, commit %,d%n",
        snapshot.size(), snapshot.graph().size(), snapshot.sequence());
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "heap after a collection: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    disk(folder);
  }

  private static void commits(Catalogue catalogue) {
    List<Node> declarations =
        catalogue
            .snapshot()
            .graph()
            .find(Node.ANY, RDF.type.asNode(), SC.DECLARATION_CLASS)
            .mapWith(Triple::getSubject)
            .toList();
    declarations.sort(Comparator.comparing(Node::getURI));
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < COMMITS; i++) {
      Node record = declarations.get(i * (declarations.size() / COMMITS));
      Graph graph = catalogue.snapshot().record(record);
      graph.add(
          record,
          SC.EVIDENCE,
          NodeFactory.createURI("https://example.org/benchmark/" + System.nanoTime()));
      Proposal proposal =
          new Proposal(
              "benchmark", Iris.organisation("vng"), "meting", List.of(Change.put(record, graph)));
      long start = System.nanoTime();
      Outcome outcome = catalogue.commit(proposal);
      times.add((System.nanoTime() - start) / 1_000_000);
      if (!(outcome instanceof Outcome.Recorded)) {
        throw new IllegalStateException(outcome.toString());
      }
    }
    times.sort(Comparator.naturalOrder());
    System.out.printf(
        "commit of one declaration: median %d ms, slowest %d ms%n",
        times.get(COMMITS / 2), times.get(COMMITS - 1));
  }

  private static void empty(Path folder) {
    try {
      FileUtils.deleteDirectory(folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void disk(Path folder) {
    for (String part : List.of("log", "checkpoint", "history")) {
      System.out.printf("  %s: %,d kB%n", part, size(folder.resolve(part)) >> 10);
    }
  }

  private static long size(Path folder) {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void figure(String what, long start) {
    System.out.printf("%s: %,d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }
}
