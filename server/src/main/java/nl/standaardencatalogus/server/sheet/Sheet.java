package nl.standaardencatalogus.server.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.shapes.FormShape.Field;

/**
 * What somebody sent: rows under known headings.
 *
 * @param columns the known columns, by their place counted from 0
 * @param unknown the headings that are none of ours
 * @param old whether the accents in it are a guess
 * @param name of the worksheet that was read; blank where there are none
 * @param unread the names of other worksheets with something in them, but for those that come along
 */
public record Sheet(
    Map<Integer, Column> columns,
    List<String> unknown,
    List<Line> rows,
    boolean old,
    String name,
    List<String> unread) {
  /** Without columns or rows. */
  public static Sheet empty() {
    return new Sheet(Map.of(), List.of(), List.of(), false, "", List.of());
  }

  /** Reads a file; whatever it is called, and whatever it says it is. */
  public static Sheet read(byte[] file, Columns columns) throws UnreadableSheet {
    return new SheetReader(columns).read(file);
  }

  /** What a row says in the column with a role of which there is one; blank without that column. */
  public String cell(Line row, Role role) {
    return columns.entrySet().stream()
        .filter(column -> column.getValue().role() == role)
        .map(column -> row.cell(column.getKey()))
        .findFirst()
        .orElse("");
  }

  /** What a row says in each of the fields that there is a column of. */
  public Map<Column, String> fields(Line row) {
    Map<Column, String> fields = new LinkedHashMap<>();
    columns.forEach(
        (place, column) -> {
          if (column.role() == Role.FIELD) {
            fields.put(column, row.cell(place));
          }
        });
    return fields;
  }

  /** Whether a field that is asked for has no column. */
  public boolean lacks(Field field) {
    return columns.values().stream()
        .noneMatch(column -> field.equals(column.group()) || field.equals(column.field()));
  }

  /** The letters of a column in this file; empty when it has none. */
  public Optional<String> letters(Column column) {
    return columns.entrySet().stream()
        .filter(it -> it.getValue().equals(column))
        .map(it -> Book.letters(it.getKey()))
        .findFirst();
  }

  /** About how many signs it keeps in memory. */
  public int signs() {
    return rows.stream()
        .mapToInt(row -> 100 + row.cells().stream().mapToInt(c -> 60 + c.length()).sum())
        .sum();
  }
}
