package nl.standaardencatalogus.server;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.shapes.Rules;
import picocli.CommandLine.Option;

/** The option that says which data folder a command works on. */
final class Folder {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The data folder; CATALOGUE_DATA, or else data, when not given.")
  private Path folder;

  /** What a command does with a catalogue; gives the exit code. */
  interface Work {
    int on(Catalogue catalogue, Bar bar);
  }

  /** The settings of the environment, with the folder of the option. */
  Settings settings(Console console) {
    Settings settings = Settings.of(console.environment());
    return folder == null ? settings : settings.withData(folder);
  }

  /** Opens the catalogue in the folder, works on it and closes it. */
  int with(Console console, Work work) {
    return with(settings(console).data(), console, work);
  }

  /** The same for a catalogue that must be there already: a slip in its name must not make one. */
  int withExisting(Console console, Work work) {
    Path data = settings(console).data();
    if (!Files.isDirectory(data.resolve("log"))) {
      throw new Unable("There is no catalogue in " + data + ".");
    }
    return with(data, console, work);
  }

  static int with(Path data, Console console, Work work) {
    Bar bar = new Bar(console.err());
    try (Catalogue catalogue = Catalogue.open(data, Rules.load(), bar)) {
      bar.finish();
      return work.on(catalogue, bar);
    }
  }
}
