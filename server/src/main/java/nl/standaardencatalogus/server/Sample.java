package nl.standaardencatalogus.server;

import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.shapes.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fills an empty data folder with the curated facts and a made-up past. */
@Command(
    name = "sample",
    description = {
      "Fill an empty data folder with the curated facts and made-up declarations.",
      "These are marked as sc:SampleData; they say nothing about any municipality."
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
    Settings settings = folder.settings(console);
    Bar bar = new Bar(console.err());
    try (Catalogue catalogue = Folder.open(settings.data(), Rules.load(), bar)) {
      FirstFill fill = new FirstFill(catalogue, settings.data());
      if (!fill.due()) {
        throw new Unable(
            "The data folder "
                + settings.data()
                + " holds a catalogue already; samples are only added to an empty one.");
      }
      long commits = fill.fill(true, bar);
      bar.finish();
      console.out().printf("%,d commits, %,d records%n", commits, catalogue.snapshot().size());
      return Exit.OK;
    }
  }
}
