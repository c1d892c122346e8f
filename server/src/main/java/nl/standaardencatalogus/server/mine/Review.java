package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.FormView;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.mine.Judged.Difference;
import nl.standaardencatalogus.server.mine.Judged.Fate;
import nl.standaardencatalogus.server.mine.Judged.Said;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Column;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.server.sheet.Key;
import nl.standaardencatalogus.server.sheet.Line;
import nl.standaardencatalogus.server.sheet.Naming;
import nl.standaardencatalogus.server.sheet.Row;
import nl.standaardencatalogus.server.sheet.Sheet;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What would come of a sheet, row by row. What a row may say the rules decide, in a dry run of all
 * good rows together, as they decide when they are committed: what they refuse is left out, and the
 * rest is tried again until all of it is good. For one thread.
 */
final class Review {
  /** Each time at least one row is left out; so often that is worth it. */
  private static final int MOST_ROUNDS = 12;

  private final Acting acting;
  private final View view;
  private final Session session;
  private final Node municipality;
  private final Sheet sheet;
  private final boolean table;
  private final FormShape form;
  private final Naming naming;
  private final Snapshot state;
  private final Permissions permissions;
  private final List<Judged> rows = new ArrayList<>();
  private final Map<Node, Judged> tried = new HashMap<>();

  private Review(
      Acting acting,
      View view,
      Session session,
      Node municipality,
      Uploads.Upload upload,
      FormShape form,
      Questions questions) {
    this.acting = acting;
    this.view = view;
    this.session = session;
    this.municipality = municipality;
    this.sheet = upload.sheet();
    this.table = upload.isTable();
    this.form = form;
    this.state = view.snapshot();
    this.naming = new Naming(state.graph(), questions);
    this.permissions = acting.permissions(session, state);
  }

  /** What would come of a sheet in the state that a view has. */
  static Review of(
      Acting acting,
      View view,
      Session session,
      Node municipality,
      Uploads.Upload upload,
      FormShape form,
      Questions questions) {
    Review review = new Review(acting, view, session, municipality, upload, form, questions);
    Sheet sheet = upload.sheet();
    Map<Node, List<Line>> sent = new HashMap<>();
    for (Line line : sheet.rows()) {
      Key.record(sheet.cell(line, Role.KEY))
          .ifPresent(it -> sent.computeIfAbsent(it, none -> new ArrayList<>()).add(line));
    }
    sheet.rows().forEach(line -> review.rows.add(review.judged(line, sent)));
    if (upload.isTable()) {
      review.confirm(TypedRows.ticks(upload.typed()));
    }
    return review;
  }

  private Judged judged(Line line, Map<Node, List<Line>> sent) {
    Judged judged = new Judged(line);
    String key = sheet.cell(line, Role.KEY);
    if (key.isBlank()) {
      boolean blank = sheet.fields(line).values().stream().allMatch(String::isBlank);
      return blank
          ? judged.is(Fate.BLANK)
          : judged.refused(Fate.REFUSED, view.t("sheet.row.nokey"));
    }
    Optional<Node> record = Key.record(key);
    if (record.isEmpty()) {
      return judged.refused(Fate.REFUSED, view.t("sheet.row.badkey", key));
    }
    judged.about(record.get());
    OwnDeclaration about = OwnDeclaration.of(record.get());
    Optional<String> wrong = wrong(about, sent.get(record.get()));
    return wrong.isPresent() ? judged.refused(Fate.REFUSED, wrong.get()) : compared(judged, about);
  }

  private Optional<String> wrong(OwnDeclaration about, List<Line> lines) {
    if (!about.municipality().equals(municipality)) {
      return Optional.of(view.t("sheet.row.other", about.code(), view.name(municipality)));
    }
    if (!view.holds(about.standard())) {
      return Optional.of(view.t("sheet.row.nostandard", about.slug()));
    }
    if (about.label() != null && !view.holds(about.version())) {
      return Optional.of(view.t("sheet.row.noversion", about.label(), view.name(about.standard())));
    }
    if (lines.size() > 1) {
      String numbers =
          lines.stream().map(it -> String.valueOf(it.number())).collect(Collectors.joining(", "));
      return Optional.of(view.t("sheet.row.twice", numbers));
    }
    return permissions.denial(List.of(Change.delete(about.record()))).isPresent()
        ? Optional.of(view.t("sheet.row.denied"))
        : Optional.empty();
  }

  private Judged compared(Judged judged, OwnDeclaration about) {
    Graph before = state.record(about.record());
    long current = state.current(about.record()).map(Snapshot.Current::revision).orElse(0L);
    Typed typed = before.isEmpty() ? Typed.of(Map.of()) : Typed.of(form, before, about.record());
    Row row = new Row(form, naming, about.record(), about.standard(), typed);
    Map<Column, String> cells = sheet.fields(judged.line());
    List<Column> different = row.differences(cells);
    if (different.isEmpty()) {
      return judged.is(before.isEmpty() ? Fate.BLANK : Fate.UNCHANGED);
    }
    OptionalLong based = revision(sheet.cell(judged.line(), Role.REVISION));
    if (based.isPresent() && based.getAsLong() != current) {
      return behind(judged, about, cells, based.getAsLong(), current);
    }
    judged.differs(different.stream().map(it -> difference(row, it, cells.get(it))).toList());
    if (based.isEmpty()) {
      String cell = sheet.cell(judged.line(), Role.REVISION);
      return judged.refused(Fate.REFUSED, view.t("sheet.row.badrevision", cell));
    }
    if (before.isEmpty() && about.label() != null) {
      // A new one about a version is about that version, whether or not it is filled in.
      Row known = new Row(form, naming, about.record(), about.standard(), Typed.of(about.known()));
      cells.entrySet().removeIf(cell -> cell.getValue().isBlank());
      return filled(judged, about, before, current, known, known.with(cells));
    }
    return filled(judged, about, before, current, row, row.with(cells));
  }

  private Judged filled(
      Judged judged, OwnDeclaration about, Graph before, long current, Row row, Row.Edit edit) {
    Graph filled = edit.typed().on(before, form, about.record());
    acting.complete(view, session, about, filled, before);
    return judged
        .changes(Change.put(about.record(), filled).basedOn(current), row, edit)
        .is(current == 0 ? Fate.NEW : Fate.CHANGED);
  }

  private Difference difference(Row row, Column column, String cell) {
    String language = view.language().tag();
    return new Difference(
        sheet.letters(column).orElse(""),
        column.heading().in(language),
        row.text(column, language),
        row.text(column, cell, language));
  }

  /**
   * A row that was made from another revision than there is now: what is filled in counts against
   * that one, as who filled it in knows no other.
   */
  private Judged behind(
      Judged judged, OwnDeclaration about, Map<Column, String> cells, long based, long current) {
    Typed typed =
        view.states()
            .revision(based)
            .filter(it -> it.record().equals(about.record()) && it.kind() != Kind.DELETE)
            .map(it -> Typed.of(form, CanonicalGraph.read(it.content()), about.record()))
            .orElseGet(() -> Typed.of(Map.of()));
    Row row = new Row(form, naming, about.record(), about.standard(), typed);
    List<Column> different = row.differences(cells);
    if (different.isEmpty()) {
      return judged.is(Fate.BEHIND);
    }
    judged.differs(different.stream().map(it -> difference(row, it, cells.get(it))).toList());
    return overtaken(judged, based, current);
  }

  private Judged overtaken(Judged judged, long based, long current) {
    if (table) {
      // Who goes back to the table is shown what there is now beside what he typed.
      String who = Overtaken.by(view, judged.record());
      return judged.refused(Fate.OVERTAKEN, view.t("grid.row.newer", who));
    }
    String then = String.valueOf(based);
    if (current == 0) {
      return judged.refused(Fate.OVERTAKEN, view.t("sheet.row.gone", then));
    }
    String now = String.valueOf(current);
    return based == 0
        ? judged.refused(Fate.REFUSED, view.t("sheet.row.there", now))
        : judged.refused(Fate.OVERTAKEN, view.t("sheet.row.newer", then, now));
  }

  /** Adds what was ticked in a table as still right, where it was not changed there as well. */
  private void confirm(List<Confirmation> ticks) {
    for (Confirmation tick : ticks) {
      tick.declaration()
          .filter(about -> !isFilledIn(about.record()))
          .ifPresent(
              about -> {
                rows.removeIf(row -> about.record().equals(row.record()));
                rows.add(ticked(about, tick.based()));
              });
    }
  }

  /** A row in which nothing was filled in can have been ticked all the same. */
  private boolean isFilledIn(Node record) {
    return rows.stream().anyMatch(row -> record.equals(row.record()) && row.fate() != Fate.BEHIND);
  }

  private Judged ticked(OwnDeclaration about, long based) {
    int number = 1 + rows.stream().mapToInt(Judged::number).max().orElse(0);
    Line line = new Line(number, List.of());
    Judged judged = new Judged(line).about(about.record());
    Optional<String> wrong = wrong(about, List.of(line));
    if (wrong.isPresent()) {
      return judged.refused(Fate.REFUSED, wrong.get());
    }
    Graph before = state.record(about.record());
    long current = state.current(about.record()).map(Snapshot.Current::revision).orElse(0L);
    if (current != based) {
      return overtaken(judged, based, current);
    }
    Graph confirmed = acting.confirmed(view, session, about);
    if (confirmed.isIsomorphicWith(before)) {
      return judged;
    }
    Typed typed = Typed.of(form, before, about.record());
    Row row = new Row(form, naming, about.record(), about.standard(), typed);
    return judged
        .changes(Change.put(about.record(), confirmed).basedOn(current), row, row.with(Map.of()))
        .is(Fate.CONFIRMED);
  }

  /** A number as a spreadsheet may have it; 0 for a blank cell. */
  private static OptionalLong revision(String cell) {
    String number = cell.strip().replaceFirst("[.,]0+$", "");
    if (number.isEmpty()) {
      return OptionalLong.of(0);
    }
    return number.matches("[0-9]{1,12}")
        ? OptionalLong.of(Long.parseLong(number))
        : OptionalLong.empty();
  }

  /** Has the rules look at the good rows, all together; leaves out what they refuse. */
  Review tried(Catalogue catalogue) {
    good().forEach(row -> tried.put(row.record(), row));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Change> changes = changes();
      if (changes.isEmpty()) {
        return this;
      }
      Outcome outcome = catalogue.dryRun(session.principal(), "Proef", changes);
      if (outcome instanceof Outcome.Recorded recorded) {
        recorded.report().findings().forEach(this::advise);
        return this;
      }
      if (!leaveOut(outcome)) {
        break;
      }
    }
    good().forEach(row -> row.refused(Fate.REFUSED, view.t("sheet.row.together")));
    return this;
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
      row.ifPresent(it -> overtaken(it, stale.basedOn(), stale.current()));
      return row.isPresent();
    }
    if (outcome instanceof Outcome.Denied denied) {
      return refuse(denied.denial().record(), Fate.REFUSED, view.t("sheet.row.denied"));
    }
    if (outcome instanceof Outcome.Malformed malformed) {
      return refuse(malformed.record(), Fate.REFUSED, malformed.reason());
    }
    if (outcome instanceof Outcome.Reused reused) {
      String deletion = String.valueOf(reused.deletion());
      return refuse(reused.record(), Fate.REFUSED, view.t("sheet.row.gone", deletion));
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
    Optional<Column> column = row.row().column(finding, row.edit());
    row.say(
        new Said(
            column.flatMap(sheet::letters).orElse(null),
            column.map(it -> it.heading().in(view.language().tag())).orElse(null),
            column.map(it -> words(row, it, finding)).orElseGet(() -> words(finding)),
            finding.severity() == Severity.VIOLATION,
            FormView.rule(finding)));
  }

  private String words(Finding finding) {
    return FormView.words(finding, view.language().tag());
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

  /** All rows, in the order of the sheet. */
  List<Judged> rows() {
    return rows;
  }

  private List<Judged> good() {
    return rows.stream().filter(Judged::isGood).toList();
  }

  /** What the good rows come to. */
  List<Change> changes() {
    return good().stream().map(Judged::change).toList();
  }

  /** Tells changes from all others. */
  static String seal(List<Change> changes) {
    return CanonicalGraph.sha256(
        changes.stream()
            .map(
                change ->
                    change.record().getURI()
                        + " "
                        + change.basedOn().orElse(0)
                        + "\n"
                        + CanonicalGraph.write(change.record(), change.graph()))
            .collect(Collectors.joining("\n")));
  }
}
