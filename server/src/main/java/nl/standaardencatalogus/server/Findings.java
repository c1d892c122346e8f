package nl.standaardencatalogus.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/** What the rules and the store say, as text for a terminal, each with where it stands. */
final class Findings {
  private final Lines lines;

  private Findings(Lines lines) {
    this.lines = lines;
  }

  /** Of records that are in files. */
  static Findings in(Input input) {
    return new Findings(new Lines(input));
  }

  /** Of records that are in no file. */
  static Findings inNoFile() {
    return in(new Input(List.of(), Map.of()));
  }

  /** Why nothing was recorded. */
  String of(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.report().findings().stream()
          .filter(finding -> finding.severity() == Severity.VIOLATION)
          .map(this::of)
          .collect(Collectors.joining("\n"));
    }
    if (outcome instanceof Outcome.Malformed malformed) {
      return at(malformed.record(), malformed.reason());
    }
    if (outcome instanceof Outcome.Stale stale) {
      return at(
          stale.record(), "is at revision %d, not %d".formatted(stale.current(), stale.basedOn()));
    }
    if (outcome instanceof Outcome.Reused reused) {
      return at(
          reused.record(),
          "was deleted by revision %d; its IRI is not given to another thing: choose a new slug"
                  .formatted(reused.deletion())
              + ", or put back what was there and change that");
    }
    return "Nothing would change.";
  }

  private String at(Node record, String reason) {
    return lines.of(record).map(place -> place + ": ").orElse("") + record + "\n  " + reason;
  }

  /** One finding. */
  String of(Finding finding) {
    return "%s%s %s\n  rule %s\n  %s"
        .formatted(
            lines.of(finding).map(place -> place + ": ").orElse(""),
            finding.severity().name().toLowerCase(Locale.ROOT),
            finding.focus(),
            finding.shape(),
            finding.messageEn());
  }

  /** The number of findings of each weight. */
  static String counts(List<Finding> findings) {
    return List.of(Severity.values()).stream()
        .map(s -> findings.stream().filter(f -> f.severity() == s).count() + " " + name(s))
        .collect(Collectors.joining(", "));
  }

  private static String name(Severity severity) {
    return switch (severity) {
      case VIOLATION -> "violations";
      case WARNING -> "warnings";
      case INFO -> "remarks";
    };
  }
}
