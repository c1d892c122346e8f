package nl.standaardencatalogus.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.DryRun;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what an import of files would come to, without recording anything. */
@Command(
    name = "validate",
    description = {
      "Say what an import of Turtle files would come to, and record nothing.",
      "Without --data they are held among the curated facts of this release."
    },
    mixinStandardHelpOptions = true)
final class Validate implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Hold them among the records in this data folder.")
  private Path folder;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Turtle files with records; a record may be spread over them.")
  private List<Path> paths;

  Validate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Input input = Input.read(paths);
    Proposal proposal =
        new Proposal("validate", Iris.organisation("vng"), "Controle", input.changes());
    if (folder == null) {
      return tell(DryRun.among(others(input), proposal, Rules.load()), input);
    }
    if (!Files.isDirectory(folder)) {
      throw new BadInput(folder + ": there is no such data folder");
    }
    return Folder.with(
        folder, console, (catalogue, bar) -> tell(catalogue.dryRun(proposal), input));
  }

  /**
   * The curated facts without the records that are in the files, so that these are all looked at.
   */
  private static List<Change> others(Input input) {
    Set<Node> own = input.changes().stream().map(Change::record).collect(Collectors.toSet());
    return CuratedFacts.changes().stream()
        .filter(change -> !own.contains(change.record()))
        .toList();
  }

  private int tell(Outcome outcome, Input input) {
    Findings findings = Findings.in(input);
    if (outcome instanceof Outcome.Recorded recorded) {
      tell(recorded.report(), findings, input);
      return Exit.OK;
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      tell(rejected.report(), findings, input);
      return Exit.FINDINGS;
    }
    console.out().println(findings.of(outcome));
    return outcome instanceof Outcome.Unchanged ? Exit.OK : Exit.FINDINGS;
  }

  private void tell(Report report, Findings findings, Input input) {
    report.findings().forEach(finding -> console.out().println(findings.of(finding)));
    console
        .out()
        .printf("%,d records: %s%n", input.changes().size(), Findings.counts(report.findings()));
  }
}
