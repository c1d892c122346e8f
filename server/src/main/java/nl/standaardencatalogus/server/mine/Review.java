package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.mine.Judged.Difference;
import nl.standaardencatalogus.server.mine.Judged.Fate;
import nl.standaardencatalogus.server.mine.Judged.Said;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Column;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.server.sheet.Columns;
import nl.standaardencatalogus.server.sheet.Confirmed;
import nl.standaardencatalogus.server.sheet.DayOrder;
import nl.standaardencatalogus.server.sheet.Key;
import nl.standaardencatalogus.server.sheet.Line;
import nl.standaardencatalogus.server.sheet.Naming;
import nl.standaardencatalogus.server.sheet.Row;
import nl.standaardencatalogus.server.sheet.Sheet;
import nl.standaardencatalogus.shapes.FormShape;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What would come of a sheet, row by row: what of it can be told without the rules, and what those
 * say in a {@link Trial}. For one thread.
 */
final class Review {
  private final Acting acting;
  private final View view;
  private final Session session;
  private final Node municipality;
  private final Sheet sheet;
  private final DayOrder days;
  private final boolean table;
  private final FormShape form;
  private final Columns columns;
  private final Naming naming;
  private final Snapshot state;
  private final Permissions permissions;
  private final List<Judged> rows = new ArrayList<>();

  private Review(
      Acting acting,
      View view,
      Session session,
      Node municipality,
      Uploads.Upload upload,
      FormShape form,
      Columns columns,
      Questions questions) {
    this.acting = acting;
    this.view = view;
    this.session = session;
    this.municipality = municipality;
    this.sheet = upload.sheet();
    this.table = upload.isTable();
    this.days = DayOrder.of(sheet);
    this.form = form;
    this.columns = columns;
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
      Columns columns,
      Questions questions) {
    Review review =
        new Review(acting, view, session, municipality, upload, form, columns, questions);
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
    Row row = new Row(form, naming, about.record(), about.standard(), typed, days);
    Map<Column, String> cells = sheet.fields(judged.line());
    List<Column> different = row.differences(cells);
    String confirmed = sheet.cell(judged.line(), Role.CONFIRM);
    Optional<String> unconfirmed = unconfirmed(Confirmed.of(confirmed), confirmed);
    if (unconfirmed.isPresent()) {
      return refusedAt(judged, columns.the(Role.CONFIRM), unconfirmed.get());
    }
    if (different.isEmpty()) {
      return Confirmed.of(confirmed) == Confirmed.YES
          ? confirmed(judged, about, before, current, row)
          : judged.is(before.isEmpty() ? Fate.BLANK : Fate.UNCHANGED);
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
      Typed known = Typed.of(about.known());
      Row first = new Row(form, naming, about.record(), about.standard(), known, days);
      cells.entrySet().removeIf(cell -> cell.getValue().isBlank());
      return filled(judged, about, before, current, first, first.with(cells));
    }
    return filled(judged, about, before, current, row, row.with(cells));
  }

  /** Why a row confirms nothing, whatever else it says; empty when it may, or does not want to. */
  private Optional<String> unconfirmed(Confirmed confirmed, String cell) {
    return switch (confirmed) {
      case NO -> Optional.empty();
      case UNCLEAR ->
          Optional.of(view.t("sheet.confirm.unclear", cell, view.t("sheet.confirm.yes")));
      case YES ->
          Acting.corrects(session) ? Optional.of(view.t("sheet.confirm.editor")) : Optional.empty();
    };
  }

  private Judged refusedAt(Judged judged, Column column, String text) {
    String label = column.heading().in(view.language().tag());
    judged.say(new Said(sheet.letters(column).orElse(null), label, text, true, null));
    return judged.is(Fate.REFUSED);
  }

  /** A row that changes nothing, and says that what is declared still holds. */
  private Judged confirmed(
      Judged judged, OwnDeclaration about, Graph before, long current, Row row) {
    OptionalLong based = revision(sheet.cell(judged.line(), Role.REVISION));
    if (before.isEmpty() && based.orElse(0) == 0) {
      return refusedAt(judged, columns.the(Role.CONFIRM), view.t("sheet.confirm.nothing"));
    }
    Graph confirmed = acting.confirmed(view, session, about);
    if (!before.isEmpty() && before.isIsomorphicWith(confirmed)) {
      // It was sent before, and is so already.
      return judged.is(Fate.UNCHANGED);
    }
    if (based.isEmpty()) {
      String cell = sheet.cell(judged.line(), Role.REVISION);
      return judged.refused(Fate.REFUSED, view.t("sheet.row.badrevision", cell));
    }
    return based.getAsLong() == current
        ? judged
            .changes(
                Change.put(about.record(), confirmed).basedOn(current), row, row.with(Map.of()))
            .is(Fate.CONFIRMED)
        : overtaken(judged, based.getAsLong(), current);
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
    Row row = new Row(form, naming, about.record(), about.standard(), typed, days);
    List<Column> different = row.differences(cells);
    if (different.isEmpty()) {
      return judged.is(Fate.BEHIND);
    }
    judged.differs(different.stream().map(it -> difference(row, it, cells.get(it))).toList());
    return overtaken(judged, based, current);
  }

  private Judged overtaken(Judged judged, long based, long current) {
    return Overtaken.refused(view, judged, table, based, current);
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
    Optional<Graph> confirmed =
        Ticked.seen(view, about.record(), based)
            .map(seen -> acting.confirmed(view, session, about, seen));
    if (confirmed.filter(before::isIsomorphicWith).isPresent()) {
      return judged;
    }
    if (current != based || confirmed.isEmpty()) {
      return overtaken(judged, based, current);
    }
    Typed typed = Typed.of(form, before, about.record());
    Row row = new Row(form, naming, about.record(), about.standard(), typed);
    return judged
        .changes(
            Change.put(about.record(), confirmed.get()).basedOn(current), row, row.with(Map.of()))
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
    new Trial(view, session, sheet, table, days, form, rows).of(catalogue);
    return this;
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

  /** Whether those of the good rows that are about some records confirm, and do nothing else. */
  boolean confirmsOnly(Set<Node> records) {
    return good().stream()
        .filter(row -> records.contains(row.record()))
        .allMatch(row -> row.fate() == Fate.CONFIRMED);
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
