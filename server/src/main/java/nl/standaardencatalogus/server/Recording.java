package nl.standaardencatalogus.server;

import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import picocli.CommandLine.Option;

/** The options of every command that records something, and what it says of how that ended. */
final class Recording {
  @Option(
      names = "--on-behalf-of",
      paramLabel = "IRI",
      description = "The organisation that answers for it; VNG when not given.")
  private String onBehalfOf;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, in one sentence; says what was done when not given.")
  private String reason;

  /** Who answers for it. */
  Node organisation() {
    return onBehalfOf == null ? Iris.organisation("vng") : NodeFactory.createURI(onBehalfOf);
  }

  /** Why it is done. */
  String reason(String usual) {
    return reason == null ? usual : reason;
  }

  /** Says how it ended; gives the exit code. */
  static int tell(Console console, Outcome outcome, Findings findings) {
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
