package nl.standaardencatalogus.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.facts.tabular.Import;
import nl.standaardencatalogus.catalogue.facts.tabular.TableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Turns the tables of a new release of the facts into files of records. */
@Command(
    name = "facts",
    description = {
      "Turn tables with facts into Turtle files with records, such as catalogue/data holds.",
      "Says what it could not place: rows, cells and whole columns, each with the reason.",
      "Files of the same names are written anew; those below written/ stay as they are."
    },
    mixinStandardHelpOptions = true)
final class Facts implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "TABLES",
      description = "The folder with the CSV files and the outlines.")
  private Path tables;

  @Parameters(
      index = "1",
      paramLabel = "RECORDS",
      description = "The folder to write in; it is made when it is not there.")
  private Path records;

  Facts(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Import.Result result = run();
    result.records().forEach((file, size) -> console.out().printf("%s: %,d records%n", file, size));
    console.out().printf("Not placed: %,d%n", result.unplaced().size());
    result.unplaced().forEach(line -> console.out().println("  " + line));
    return result.unplaced().isEmpty() ? Exit.OK : Exit.FINDINGS;
  }

  private Import.Result run() {
    try {
      return Import.run(tables, records);
    } catch (TableException e) {
      throw new BadInput(e.getMessage() + "\nNothing was written.", e);
    } catch (UncheckedIOException e) {
      throw new Unable(e.getMessage() + ": " + e.getCause().getMessage(), e);
    }
  }
}
