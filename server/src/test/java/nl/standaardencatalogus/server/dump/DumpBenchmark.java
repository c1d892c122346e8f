package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.shapes.Rules;

/**
 * Prints what dumps cost: the folder with its data is the first argument, one to write into the
 * second. The times are those that one core was busy; the first round is without warm code.
 */
final class DumpBenchmark {
  private static final int ROUNDS = 5;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private DumpBenchmark() {}

  private interface Work {
    long triples() throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    Path out = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[1])), "dumps");
    try (Catalogue catalogue =
        Catalogue.open(Path.of(arguments[0]), Rules.load(), (what, done, all) -> {})) {
      Snapshot state = catalogue.snapshot();
      for (int round = 1; round <= ROUNDS; round++) {
        Path folder = Files.createDirectories(out.resolve("round-" + round));
        for (Syntax syntax : Syntax.values()) {
          print(round, "order and " + syntax.title(), () -> nowhere(state, syntax));
          for (Packing packing : Packing.values()) {
            String what = syntax.title() + " " + packing.title();
            print(round, what, () -> file(state, folder, syntax, packing));
          }
        }
        ReleaseWriter writer =
            new ReleaseWriter(folder, SigningKey.in(folder), Iris.organisation("vng-realisatie"));
        print(round, "release", () -> release(writer, state));
        Path made = folder.resolve(DAY.toString());
        for (String file : List.of("nq.zst", "ttl.gz")) {
          Path path = made.resolve("standaardencatalogus-" + DAY + "." + file);
          print(round, "verify " + file, () -> DumpCheck.of(path, null).triples());
        }
        delete(folder);
      }
    } finally {
      delete(out);
    }
  }

  private static long nowhere(Snapshot state, Syntax syntax) throws IOException {
    return written(state, syntax, OutputStream.nullOutputStream());
  }

  private static long file(Snapshot state, Path folder, Syntax syntax, Packing packing)
      throws IOException {
    Files.deleteIfExists(folder.resolve(ReleaseFiles.data(DAY, syntax, packing)));
    try (Packed packed = new Packed(folder, DAY, syntax, List.of(packing))) {
      return written(state, syntax, packed);
    }
  }

  private static long written(Snapshot state, Syntax syntax, OutputStream out) throws IOException {
    boolean quads = syntax == Syntax.N_QUADS;
    Content.Outlets outlets = new Content.Outlets(quads ? out : null, quads ? null : out);
    return Content.write(state, outlets, () -> {}).triples();
  }

  private static long release(ReleaseWriter writer, Snapshot state) throws IOException {
    return writer.write(DAY, state, Optional.empty(), () -> {}).said().triples();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void print(int round, String what, Work work) throws IOException {
    long start = System.nanoTime();
    long used = THREAD.getCurrentThreadCpuTime();
    long triples = work.triples();
    double busy = (THREAD.getCurrentThreadCpuTime() - used) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "round %d %-18s %6.2f s, one core busy %6.2f s: %,9.0f triples/s per core%n",
        round,
        what,
        (System.nanoTime() - start) / 1e9,
        busy,
        triples / busy);
  }
}
