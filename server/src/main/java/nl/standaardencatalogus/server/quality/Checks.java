package nl.standaardencatalogus.server.quality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.page.Aside;
import nl.standaardencatalogus.server.page.States;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Rules;

/** What the rules find in each state on a day, worked out aside. */
final class Checks {
  private static final int KEPT = 8;

  private final Rules rules;
  private final Aside<List<Finding>> aside;

  Checks(States states, Rules rules) {
    this.rules = rules;
    this.aside = new Aside<>("checks", states, KEPT, this::check);
  }

  /** The findings in this state; empty while they are being worked out. */
  Optional<List<Finding>> of(Snapshot snapshot, LocalDate day) {
    return aside.of(snapshot, day).map(Aside.Made::value);
  }

  /** The newest findings there are of a state that was that of now; never of a past day. */
  Optional<List<Finding>> newest() {
    return aside.newest().map(Aside.Made::value);
  }

  /** The findings in this state, when nobody waits for others: the weightiest first, by rule. */
  List<Finding> check(Snapshot snapshot, LocalDate day) {
    return rules.validate(snapshot.graph(), day).findings().stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing((Finding it) -> Selection.slug(it))
                .thenComparing(it -> it.focus().toString()))
        .toList();
  }

  /** Has something else done in turn; false when there is too much to do. */
  boolean later(Runnable task) {
    return aside.later(task);
  }
}
