package nl.standaardencatalogus.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.gemma.Comparison;
import nl.standaardencatalogus.server.gemma.Difference;
import nl.standaardencatalogus.server.gemma.Release;
import nl.standaardencatalogus.server.gemma.ReleaseException;
import nl.standaardencatalogus.server.gemma.ReleaseReader;
import nl.standaardencatalogus.shapes.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a release of GEMMA would change, and records exactly that when told to. */
@Command(
    name = "gemma",
    description = {
      "Show how a release of GEMMA differs from the catalogue: what is added, changed and ended, and"
          + " what does not go with decisions. With --commit it is recorded, as one commit:"
          + " everything, or nothing."
    },
    mixinStandardHelpOptions = true)
final class GemmaCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;
  @Mixin private Recording recording;

  @Parameters(
      paramLabel = "FILE",
      description = "A model exchange file of The Open Group, for ArchiMate 3.")
  private Path file;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "The day of the release, when its property Release does not say it.")
  private String day;

  @Option(
      names = "--report",
      paramLabel = "CSV",
      description = "Where to write what differs as a table; a file that is there is replaced.")
  private Path report;

  @Option(
      names = "--commit",
      paramLabel = "CODE",
      description =
          "Record it; the code that was shown with it says that it is still what was looked at.")
  private String code;

  GemmaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Release release = release();
    LocalDate date = date(release);
    return folder.withExisting(
        console, (catalogue, bar) -> on(catalogue, difference(catalogue, release, date)));
  }

  private Release release() {
    try {
      return ReleaseReader.read(file);
    } catch (ReleaseException e) {
      throw refused(e);
    }
  }

  private Difference difference(Catalogue catalogue, Release release, LocalDate date) {
    try {
      return Comparison.of(catalogue, release, date);
    } catch (ReleaseException e) {
      throw refused(e);
    }
  }

  private BadInput refused(ReleaseException e) {
    return new BadInput(file + ", " + e.getMessage() + "\nNothing was recorded.", e);
  }

  private LocalDate date(Release release) {
    String said = day == null ? release.date() : day;
    if (said == null) {
      throw new BadInput(file + " does not say from which day it is; say so with --date.");
    }
    try {
      return LocalDate.parse(said);
    } catch (DateTimeParseException e) {
      throw new BadInput(said + " is no day; say with --date which it is, as 2026-06-30.", e);
    }
  }

  private int on(Catalogue catalogue, Difference difference) {
    if (report != null) {
      write(difference);
    }
    Proposal proposal =
        new Proposal(
            "gemma",
            recording.organisation(),
            recording.reason("Overgenomen uit " + difference.source()),
            difference.changes());
    if (code == null) {
      return preview(catalogue, difference, proposal);
    }
    if (!code.equals(difference.code())) {
      throw new BadInput(
          "What differs is not what was shown with "
              + code
              + ": the catalogue or the file has changed. Look again without --commit.");
    }
    return Recording.tell(console, catalogue.commit(proposal), Findings.inNoFile());
  }

  private void write(Difference difference) {
    try {
      Files.write(report, difference.csv());
    } catch (IOException e) {
      throw new BadInput(report + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private int preview(Catalogue catalogue, Difference difference, Proposal proposal) {
    Release release = difference.release();
    console.out().println(difference.source());
    console
        .out()
        .printf(
            "%,d elements and %,d relations were read.%n",
            release.elements().size(), release.relations().size());
    for (Difference.Kind kind : Difference.Kind.values()) {
      List<Difference.Line> lines = difference.lines(kind);
      console.out().printf("%n%s: %,d%n", kind.text(), lines.size());
      lines.forEach(line -> console.out().println("  " + line.text()));
    }
    console.out().println();
    int inAll = release.elements().size() + release.relations().size();
    if (difference.lines(Difference.Kind.ENDED).size() > inAll) {
      console.err().println("Beware: more would end than the file has. Is it a whole release?");
    }
    if (proposal.changes().isEmpty()) {
      console.out().println("Nothing would change.");
      return Exit.OK;
    }
    Outcome outcome = catalogue.dryRun(proposal);
    if (outcome instanceof Outcome.Recorded recorded) {
      recorded.report().findings(Severity.WARNING).stream()
          .map(Findings.inNoFile()::of)
          .forEach(console.err()::println);
      console
          .out()
          .printf(
              "%,d records would change. To record exactly this: --commit %s%n",
              recorded.commit().revisions().size(), difference.code());
    } else {
      console.err().println(Findings.inNoFile().of(outcome));
      console.out().println("This would be refused; what is wrong is told beside it.");
    }
    return Exit.FINDINGS;
  }
}
