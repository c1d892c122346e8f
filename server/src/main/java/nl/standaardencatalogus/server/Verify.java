package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that everything derived agrees with the log, and the log with its hashes. */
@Command(
    name = "verify",
    description = "Check the chain of commits, every hash, and that all that is derived agrees.",
    mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "Check as well that the catalogue recorded what a receipt of the API says.")
  private Path receipt;

  Verify(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Receipt read = receipt == null ? null : Receipt.read(receipt);
    return folder.withExisting(console, (catalogue, bar) -> verify(catalogue, bar, read));
  }

  private int verify(Catalogue catalogue, Bar bar, Receipt read) {
    List<String> problems = new ArrayList<>(catalogue.verify(bar).problems());
    bar.finish();
    if (read != null) {
      problems.addAll(read.differences(catalogue));
    }
    problems.forEach(console.out()::println);
    if (problems.isEmpty()) {
      console.out().printf("All %,d commits hold.%n", catalogue.snapshot().sequence());
      if (read != null) {
        console.out().println("The receipt is right: the catalogue recorded what it says.");
      }
      return Exit.OK;
    }
    return Exit.FINDINGS;
  }
}
