package nl.standaardencatalogus.server;

import java.util.List;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves that everything derived agrees with the log, and the log with its hashes. */
@Command(
    name = "verify",
    description = "Check the chain of commits, every hash, and that all that is derived agrees.",
    mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;

  Verify(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return folder.withExisting(console, this::verify);
  }

  private int verify(Catalogue catalogue, Bar bar) {
    List<String> problems = catalogue.verify(bar).problems();
    bar.finish();
    problems.forEach(console.out()::println);
    if (problems.isEmpty()) {
      console.out().printf("All %,d commits hold.%n", catalogue.snapshot().sequence());
      return Exit.OK;
    }
    return Exit.FINDINGS;
  }
}
