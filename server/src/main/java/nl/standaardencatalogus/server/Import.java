package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Records the contents of files in one commit: all of them, or none. */
@Command(
    name = "import",
    description = "Record what is in files with RDF, as one commit: everything, or nothing.",
    mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
  private final Console console;
  @Mixin private Folder folder;
  @Mixin private Recording recording;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML, told by the end of the name; a record may be spread over them.")
  private List<Path> paths;

  Import(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Input input = Input.read(paths);
    return folder.with(
        console,
        (catalogue, bar) ->
            Recording.tell(console, catalogue.commit(proposal(input)), Findings.in(input)));
  }

  private Proposal proposal(Input input) {
    String names =
        paths.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(", "));
    return new Proposal(
        "import",
        recording.organisation(),
        recording.reason("Import van " + names),
        input.changes());
  }
}
