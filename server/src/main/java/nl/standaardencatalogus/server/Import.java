package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records the contents of files in one commit: all of them, or none. */
@Command(
    name = "import",
    description = "Record what is in Turtle files, as one commit: everything, or nothing.",
    mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Turtle files with records; a record may be spread over them.")
  private List<Path> paths;

  @Option(
      names = "--on-behalf-of",
      paramLabel = "IRI",
      description = "The organisation that answers for it; VNG when not given.")
  private String onBehalfOf;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, in one sentence; names the files when not given.")
  private String reason;

  Import(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Input input = Input.read(paths);
    return folder.with(
        console, (catalogue, bar) -> tell(catalogue.commit(proposal(input)), Findings.in(input)));
  }

  private Proposal proposal(Input input) {
    Node organisation =
        onBehalfOf == null ? Iris.organisation("vng") : NodeFactory.createURI(onBehalfOf);
    String names =
        paths.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(", "));
    String why = reason == null ? "Import van " + names : reason;
    return new Proposal("import", organisation, why, input.changes());
  }

  private int tell(Outcome outcome, Findings findings) {
    if (outcome instanceof Outcome.Recorded recorded) {
      recorded.report().findings().forEach(finding -> console.err().println(findings.of(finding)));
      console
          .out()
          .printf(
              "Commit %d: %,d revisions%n",
              recorded.commit().number(), recorded.commit().revisions().size());
      return Exit.OK;
    }
    if (outcome instanceof Outcome.Unchanged) {
      console.out().println("Nothing would change: no commit was made.");
      return Exit.OK;
    }
    console.err().println(findings.of(outcome));
    console.err().println("Nothing was recorded.");
    return Exit.FINDINGS;
  }
}
