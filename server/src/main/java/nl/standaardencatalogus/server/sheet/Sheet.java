package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
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
 */
public record Sheet(
    Map<Integer, Column> columns, List<String> unknown, List<Line> rows, boolean old) {
  /** So many rows from the top the headings may be: a title may stand above them. */
  private static final int HIGHEST = 10;

  /** Reads a file; whatever it is called, and whatever it says it is. */
  public static Sheet read(byte[] file, Columns columns) throws UnreadableSheet {
    if (file.length == 0) {
      throw new UnreadableSheet("sheet.bad.empty");
    }
    List<Table> tables = SheetFile.read(file);
    boolean empty = true;
    for (Table table : tables) {
      empty &= table.lines().isEmpty();
      for (int i = 0; i < Math.min(HIGHEST, table.lines().size()); i++) {
        if (isHeading(table.lines().get(i), columns)) {
          if (table.overfull()) {
            throw new UnreadableSheet("sheet.bad.rows", Limits.MOST_ROWS, Limits.MOST_COLUMNS);
          }
          boolean packed = file[0] == 'P' && file.length > 1 && file[1] == 'K';
          return of(table.lines(), i, columns, !packed && CsvReader.isOld(file));
        }
      }
    }
    if (tables.stream().anyMatch(Table::overfull)) {
      throw new UnreadableSheet("sheet.bad.rows", Limits.MOST_ROWS, Limits.MOST_COLUMNS);
    }
    Column key = columns.the(Role.KEY);
    throw empty
        ? new UnreadableSheet("sheet.bad.empty")
        : new UnreadableSheet("sheet.bad.nokey", key.heading().nl(), key.heading().en());
  }

  private static boolean isHeading(Line line, Columns columns) {
    List<Column> known =
        line.cells().stream().flatMap(cell -> columns.under(cell).stream()).distinct().toList();
    // A row of the explanation begins with the name of a column too.
    return known.size() > 1 && known.contains(columns.the(Role.KEY));
  }

  private static Sheet of(List<Line> lines, int heading, Columns columns, boolean old)
      throws UnreadableSheet {
    Map<Integer, Column> known = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    List<String> cells = lines.get(heading).cells();
    for (int i = 0; i < cells.size(); i++) {
      Optional<Column> column = columns.under(cells.get(i));
      if (column.isPresent()) {
        if (known.containsValue(column.get())) {
          throw new UnreadableSheet("sheet.bad.twice", cells.get(i));
        }
        known.put(i, column.get());
      } else if (!cells.get(i).isBlank()) {
        unknown.add(cells.get(i));
      }
    }
    List<Line> rows = lines.subList(heading + 1, lines.size());
    if (rows.isEmpty()) {
      throw new UnreadableSheet("sheet.bad.empty");
    }
    return new Sheet(known, List.copyOf(unknown), List.copyOf(rows), old);
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
