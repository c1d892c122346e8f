package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.server.dump.DumpCheck;
import nl.standaardencatalogus.server.dump.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves, without the catalogue and without a network, that a dump is what was released. */
@Command(
    name = "verify-dump",
    description = {
      "Check a file of a release: its signature, every hash, and each graph in it.",
      "SHA256SUMS, SHA256SUMS.sig, graphs.sha256 and release.ttl must lie beside it; earlier",
      "releases in folders beside its folder are followed as far as they go."
    },
    mixinStandardHelpOptions = true)
final class VerifyDump implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      description = "N-Quads or Turtle, compressed with gzip or zstd or not at all.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "PEM",
      description = "The public key; key.pem beside the file when not given.")
  private Path key;

  VerifyDump(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DumpCheck.Result result;
    try {
      result = DumpCheck.of(file, key);
    } catch (DumpCheck.Unreadable e) {
      throw new BadInput(e.getMessage(), e);
    }
    result.remarks().forEach(console.err()::println);
    result.faults().stream().map(Fault::text).forEach(console.out()::println);
    if (!result.faults().isEmpty()) {
      return Exit.FINDINGS;
    }
    console
        .out()
        .printf(
            "All of %,d triples of the release of %s hold.%n", result.triples(), result.release());
    return Exit.OK;
  }
}
