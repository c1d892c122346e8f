package nl.standaardencatalogus.server.harvest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.dump.Releases;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;

/**
 * Prints what describing the catalogue costs: the folder with its data is the first argument. Each
 * round begins without anything kept, as after a commit; the first also without warm code.
 */
final class DescriptionBenchmark {
  private static final int ROUNDS = 6;
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private DescriptionBenchmark() {}

  public static void main(String[] arguments) {
    Holder holder = new Holder("https://example.org", Iris.organisation("vng-realisatie"), null);
    try (Catalogue catalogue =
        Catalogue.open(Path.of(arguments[0]), Rules.load(), (what, done, all) -> {})) {
      Snapshot snapshot = catalogue.snapshot();
      for (int round = 1; round <= ROUNDS; round++) {
        Descriptions descriptions =
            new Descriptions(
                Questions.load(),
                holder,
                () -> new Releases.Newest(Graph.emptyGraph, Instant.EPOCH),
                catalogue::commit);
        print(round, "graph", () -> descriptions.graph(snapshot));
        for (Form form : Form.OF_DOCUMENTS) {
          if (form != Form.HTML) {
            print(round, form.suffix(), () -> descriptions.representation(snapshot, form, null));
            print(round, "  again", () -> descriptions.representation(snapshot, form, null));
          }
        }
      }
    }
  }

  private static void print(int round, String what, Runnable work) {
    long start = System.nanoTime();
    long used = THREAD.getCurrentThreadCpuTime();
    work.run();
    System.out.printf(
        Locale.ROOT,
        "round %d %-8s %8.2f ms, of a processor %8.2f ms%n",
        round,
        what,
        (System.nanoTime() - start) / 1e6,
        (THREAD.getCurrentThreadCpuTime() - used) / 1e6);
  }
}
