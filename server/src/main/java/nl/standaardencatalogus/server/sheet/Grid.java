package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import org.apache.jena.graph.Graph;

/**
 * A sheet that is filled in on a page: a row for each declaration, with what changes most often.
 * That is what it refers to once, such as the version, and what a new part of it needs, such as a
 * phase and its first day. All else stays as it is. For one thread and one state.
 */
public final class Grid {
  /** Under what the revision that a row was made from stands among its cells. */
  public static final String REVISION = "@";

  private final Columns columns;
  private final Naming naming;
  private final Graph state;
  private final Texts words;
  private final String language;

  /** One in a language, of a state. */
  public Grid(Columns columns, Naming naming, Graph state, Texts words, String language) {
    this.columns = columns;
    this.naming = naming;
    this.state = state;
    this.words = words;
    this.language = language;
  }

  /**
   * Something to fill in.
   *
   * @param name what it is called in the form, after the number of the row and a dot
   * @param day whether it is a day that is typed; else something is chosen
   */
  public record Cell(String name, String label, String value, boolean day, List<String> choices) {}

  /**
   * The row of a declaration.
   *
   * @param key the declaration and the revision that the row was made from
   * @param now what the last part of each kind says, in a line
   */
  public record Shown(String key, String standard, String force, String now, List<Cell> cells) {}

  /**
   * The rows, filled in with what was typed before.
   *
   * @param typed what stands in the cells of a row, by the key that was shown for it
   */
  public List<Shown> lines(List<Download.Entry> entries, Map<String, Map<String, String>> typed) {
    Map<String, Map<String, String>> cells = byDeclaration(typed);
    return entries.stream().map(entry -> line(entry, cells(entry, cells))).toList();
  }

  /** Of what was typed, the rows that say something else than there is. */
  public Map<String, Map<String, String>> different(
      List<Download.Entry> entries, Map<String, Map<String, String>> typed) {
    Map<String, Map<String, String>> different = new LinkedHashMap<>();
    Map<String, Map<String, String>> all = byDeclaration(typed);
    for (Download.Entry entry : entries) {
      Map<String, String> cells = cells(entry, all);
      Row row = row(entry);
      if (differs(row, cells)) {
        Map<String, String> kept = new LinkedHashMap<>(cells);
        Set<String> names = shown(row).stream().map(Grid::name).collect(Collectors.toSet());
        kept.keySet().removeIf(name -> !names.contains(name) && !name.equals(REVISION));
        different.put(key(entry, cells), kept);
      }
    }
    return different;
  }

  /** With the revision that was typed over, not that of now: who typed knows no other. */
  private static String key(Download.Entry entry, Map<String, String> typed) {
    String now = String.valueOf(entry.revision());
    String revision = typed.getOrDefault(REVISION, now);
    return Key.of(entry.record()) + "@" + (revision.isEmpty() ? "0" : revision);
  }

  private Shown line(Download.Entry entry, Map<String, String> typed) {
    Row row = row(entry);
    List<Cell> cells = new ArrayList<>();
    for (Column column : shown(row)) {
      Field field = column.field();
      String known = column.group() == null ? row.text(column, language) : "";
      String value = typed.getOrDefault(name(column), known);
      List<String> choices = naming.texts(field, entry.standard(), language);
      boolean day = field.kind() == Kind.DATE;
      cells.add(new Cell(name(column), field.label().in(language), value, day, choices));
    }
    return new Shown(
        key(entry, typed), naming.of(entry.about(), language), entry.force(), now(row), cells);
  }

  private String now(Row row) {
    List<String> texts = new ArrayList<>();
    for (Field group : groups()) {
      Columns.of(group, row.parts(group)).stream()
          .filter(column -> column.index() == row.parts(group) && column.field().required())
          .map(column -> shown(column, row.text(column, language)))
          .filter(text -> !text.isBlank())
          .forEach(texts::add);
    }
    return String.join(", ", texts);
  }

  private String shown(Column column, String text) {
    return column.field().kind() == Kind.DATE ? words.date(text) : text;
  }

  /** The headings above the cells. */
  public List<String> headings() {
    return shown(null).stream().map(column -> column.field().label().in(language)).toList();
  }

  /** What is shown of a row: without one, of a row that has no parts yet. */
  private List<Column> shown(Row row) {
    List<Column> shown = new ArrayList<>();
    for (Field field : columns.form().fields()) {
      if (field.kind() == Kind.REFERENCE && !field.many()) {
        shown.addAll(Columns.of(field, 0));
      }
    }
    for (Field group : groups()) {
      int fresh = row == null ? 1 : row.parts(group) + 1;
      Columns.of(group, fresh).stream()
          .filter(column -> column.index() == fresh && column.field().required())
          .forEach(shown::add);
    }
    return shown;
  }

  private List<Field> groups() {
    return columns.form().fields().stream()
        .filter(field -> field.kind() == Kind.PART && field.required())
        .toList();
  }

  private static String name(Column column) {
    String part = column.group() == null ? "" : column.group().name() + ".";
    return part + column.field().name();
  }

  private Row row(Download.Entry entry) {
    Typed typed = Typed.of(columns.form(), entry.graph(), entry.record());
    return new Row(columns.form(), naming, entry.record(), entry.standard(), typed);
  }

  /**
   * The sheet that somebody would have sent who filled in the same; empty when nothing was. Rows in
   * which nothing was filled in are not in it.
   *
   * @param typed what stands in the cells of a row, by the key that was shown for it
   */
  public Optional<Sheet> sheet(
      List<Download.Entry> entries, Map<String, Map<String, String>> typed) {
    int most = 1;
    Map<String, Map<String, String>> filled = byDeclaration(typed);
    Map<Integer, Row> rows = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Row row = row(entries.get(i));
      if (differs(row, cells(entries.get(i), filled))) {
        rows.put(i, row);
        most =
            Math.max(most, groups().stream().mapToInt(row::parts).map(n -> n + 1).max().orElse(1));
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Column> all = new ArrayList<>();
    all.add(columns.the(Role.KEY));
    all.add(columns.the(Role.REVISION));
    for (Column column : shown(null)) {
      if (column.group() == null) {
        all.add(column);
      }
    }
    for (Field group : groups()) {
      all.addAll(Columns.of(group, most));
    }
    Map<Integer, Column> places = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      places.put(i, all.get(i));
    }
    List<Line> lines = new ArrayList<>();
    rows.forEach(
        (i, row) -> {
          Download.Entry entry = entries.get(i);
          lines.add(new Line(i + 1, cells(entry, row, all, cells(entry, filled))));
        });
    return Optional.of(new Sheet(places, List.of(), lines, false, "", List.of()));
  }

  /** What stands in the cells of a row, by the declaration that it is about. */
  private static Map<String, Map<String, String>> byDeclaration(
      Map<String, Map<String, String>> typed) {
    Map<String, Map<String, String>> cells = new HashMap<>();
    typed.forEach((key, row) -> cells.putIfAbsent(key.substring(0, key.lastIndexOf('@')), row));
    return cells;
  }

  private static Map<String, String> cells(
      Download.Entry entry, Map<String, Map<String, String>> cells) {
    return cells.getOrDefault(Key.of(entry.record()), Map.of());
  }

  private boolean differs(Row row, Map<String, String> cells) {
    return !cells.isEmpty()
        && shown(row).stream()
            .anyMatch(
                column -> {
                  String cell = cells.getOrDefault(name(column), "");
                  return column.group() == null
                      ? !cell.equals(row.text(column, language))
                      : !cell.isBlank();
                });
  }

  private List<String> cells(
      Download.Entry entry, Row row, List<Column> all, Map<String, String> typed) {
    return all.stream()
        .map(
            column ->
                switch (column.role()) {
                  case KEY -> Key.of(entry.record());
                  case REVISION -> typed.getOrDefault(REVISION, "");
                  default ->
                      shown(row).contains(column)
                          ? typed.getOrDefault(name(column), "")
                          : row.text(column, language);
                })
        .toList();
  }
}
