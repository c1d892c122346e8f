package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.FormView;
import nl.standaardencatalogus.server.mine.Judged.Fate;
import nl.standaardencatalogus.server.mine.Judged.Said;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Column;
import nl.standaardencatalogus.server.sheet.DayOrder;
import nl.standaardencatalogus.server.sheet.Places;
import nl.standaardencatalogus.server.sheet.Sheet;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * A dry run of all good rows of a sheet together. What a row may say the rules decide, as they
 * decide when it is committed: what they refuse is left out, and the rest is tried again until all
 * of it is good. For one thread.
 */
final class Trial {
  /** Each time at least one row is left out; so often that is worth it. */
  private static final int MOST_ROUNDS = 12;

  private final View view;
  private final Session session;
  private final Sheet sheet;
  private final boolean table;
  private final DayOrder days;
  private final FormShape form;
  private final List<Judged> rows;
  private final Map<Node, Judged> tried = new HashMap<>();

  /**
   * A trial that has not begun.
   *
   * @param table whether it was filled in on a page
   * @param rows are told what is said of them
   */
  Trial(
      View view,
      Session session,
      Sheet sheet,
      boolean table,
      DayOrder days,
      FormShape form,
      List<Judged> rows) {
    this.view = view;
    this.session = session;
    this.sheet = sheet;
    this.table = table;
    this.days = days;
    this.form = form;
    this.rows = rows;
  }

  /** Has the rules look at the good rows, all together; leaves out what they refuse. */
  void of(Catalogue catalogue) {
    good().forEach(row -> tried.put(row.record(), row));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Change> changes = good().stream().map(Judged::change).toList();
      if (changes.isEmpty()) {
        return;
      }
      Outcome outcome = catalogue.dryRun(session.principal(), "Proef", changes);
      if (outcome instanceof Outcome.Recorded recorded) {
        recorded.report().findings().forEach(this::advise);
        return;
      }
      if (!leaveOut(outcome)) {
        break;
      }
    }
    good().forEach(row -> row.refused(Fate.REFUSED, view.t("sheet.row.together")));
  }

  private void advise(Finding finding) {
    of(Iris.recordOf(finding.focus())).ifPresent(row -> say(row, finding));
  }

  /** Whether there was a good row among what stands in the way. */
  private boolean leaveOut(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return refuse(rejected);
    }
    if (outcome instanceof Outcome.Stale stale) {
      Optional<Judged> row = of(stale.record());
      row.ifPresent(it -> Overtaken.refused(view, it, table, stale.basedOn(), stale.current()));
      return row.isPresent();
    }
    if (outcome instanceof Outcome.Denied denied) {
      return refuse(denied.denial().record(), Fate.REFUSED, view.t("sheet.row.denied"));
    }
    if (outcome instanceof Outcome.Malformed malformed) {
      return refuse(malformed.record(), Fate.REFUSED, malformed.reason());
    }
    return false;
  }

  private boolean refuse(Outcome.Rejected rejected) {
    boolean found = false;
    List<Judged> refused = new ArrayList<>();
    for (Finding finding : rejected.report().findings()) {
      Optional<Judged> row = of(Iris.recordOf(finding.focus()));
      if (row.isPresent() && finding.severity() == Severity.VIOLATION) {
        refused.add(row.get());
        found = true;
      }
    }
    // What is refused is told all that there is to say of it; the others hear it when all are good.
    for (Finding finding : rejected.report().findings()) {
      of(Iris.recordOf(finding.focus()))
          .filter(refused::contains)
          .ifPresent(row -> say(row, finding));
    }
    refused.forEach(row -> row.is(Fate.REFUSED));
    return found;
  }

  private boolean refuse(Node record, Fate fate, String text) {
    Optional<Judged> row = of(record);
    row.ifPresent(it -> it.refused(fate, text));
    return row.isPresent();
  }

  private Optional<Judged> of(Node record) {
    return Optional.ofNullable(tried.get(record));
  }

  private void say(Judged row, Finding finding) {
    Optional<Column> column = new Places(form, row.record(), row.edit()).of(finding);
    row.say(
        new Said(
            column.flatMap(sheet::letters).orElse(null),
            column.map(it -> it.heading().in(view.language().tag())).orElse(null),
            column.map(it -> words(row, it, finding)).orElseGet(() -> words(finding)),
            finding.severity() == Severity.VIOLATION,
            FormView.rule(view, finding)));
  }

  private String words(Finding finding) {
    return FormView.plain(finding, view);
  }

  /** What a rule says of a cell, and what may stand there instead: a sheet does not show that. */
  private String words(Judged row, Column column, Finding finding) {
    String language = view.language().tag();
    String cell = sheet.fields(row.line()).getOrDefault(column, "");
    // The name of the column stands before it already.
    String label = column.field().label().in(language) + ": ";
    String words = words(finding);
    String said =
        words.startsWith(label) && words.length() > label.length()
            ? Character.toUpperCase(words.charAt(label.length()))
                + words.substring(label.length() + 1)
            : words;
    Optional<String> monthFirst = days.monthFirst(column, cell);
    if (monthFirst.isPresent()) {
      return said + " " + view.t("sheet.cell.monthfirst", monthFirst.get());
    }
    return row.row()
        .choicesInstead(column, cell, language)
        .map(
            choices ->
                choices.isEmpty()
                    ? view.t("sheet.cell.nochoices")
                    : view.t("sheet.cell.choices", String.join(", ", choices)))
        .map(instead -> said + " " + instead)
        .orElse(said);
  }

  private List<Judged> good() {
    return rows.stream().filter(Judged::isGood).toList();
  }
}
