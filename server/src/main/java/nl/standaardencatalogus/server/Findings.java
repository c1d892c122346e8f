package nl.standaardencatalogus.server;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;

/** What the rules and the store say, as text for a terminal. */
final class Findings {
  private Findings() {}

  /** Why nothing was recorded. */
  static String of(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.report().findings().stream()
          .filter(finding -> finding.severity() == Severity.VIOLATION)
          .map(finding -> of(finding, ""))
          .collect(Collectors.joining("\n"));
    }
    if (outcome instanceof Outcome.Malformed malformed) {
      return malformed.record() + "\n  " + malformed.reason();
    }
    if (outcome instanceof Outcome.Stale stale) {
      return "%s\n  is at revision %d, not %d"
          .formatted(stale.record(), stale.current(), stale.basedOn());
    }
    return "Nothing would change.";
  }

  /** A finding, after the place that it was found in. */
  static String of(Finding finding, String place) {
    return "%s%s %s\n  rule %s\n  %s"
        .formatted(
            place,
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
