package nl.standaardencatalogus.server;

import java.nio.file.Path;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.CatalogueException;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.shapes.Rules;
import picocli.CommandLine.Option;

/** The option that says which data folder a command works on. */
final class Folder {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The data folder; CATALOGUE_DATA, or else data, when not given.")
  private Path folder;

  /** The settings of the environment, with the folder of the option. */
  Settings settings(Console console) {
    Settings settings = Settings.of(console.environment());
    return folder == null ? settings : settings.withData(folder);
  }

  /** Opens the catalogue in a folder. */
  static Catalogue open(Path folder, Rules rules, Progress progress) {
    try {
      return Catalogue.open(folder, rules, progress);
    } catch (CatalogueException e) {
      throw new Unable(e.getMessage(), e);
    }
  }
}
