package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fills an empty data folder with the curated facts and a made-up past. */
@Command(
    name = "sample",
    description = {
      "Fill an empty data folder with the curated facts and made-up declarations.",
      "These are marked as sc:SampleData; they say nothing about any municipality.",
      "A fill that was interrupted goes on where it ended."
    },
    mixinStandardHelpOptions = true)
final class Sample implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;

  Sample(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path data = folder.settings(console).data();
    return Folder.with(data, console, (catalogue, bar) -> fill(data, catalogue, bar));
  }

  private int fill(Path data, Catalogue catalogue, Bar bar) {
    FirstFill fill = new FirstFill(catalogue, data);
    if (!fill.due()) {
      throw new Unable(
          "The data folder "
              + data
              + " holds a catalogue already; samples are only added to an empty one.");
    }
    long commits = fill.fill(true, bar);
    bar.finish();
    console.out().printf("%,d commits, %,d records%n", commits, catalogue.snapshot().size());
    return Exit.OK;
  }
}
