package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.sheet.Column.Role;

/**
 * Finds the rows in a file: in the one worksheet that has known headings with declarations below
 * them. Two of those are refused, as nobody can say which of them counts. For one thread.
 */
final class SheetReader {
  /** So many rows from the top the headings may be: a title may stand above them. */
  private static final int HIGHEST = 10;

  private final Columns columns;

  SheetReader(Columns columns) {
    this.columns = columns;
  }

  /** A table, and at which of its lines the headings are. */
  private record Found(Table table, int heading) {
    List<Line> below() {
      return table.lines().subList(heading + 1, table.lines().size());
    }
  }

  /** Reads a file; whatever it is called, and whatever it says it is. */
  Sheet read(byte[] file) throws UnreadableSheet {
    if (file.length == 0) {
      throw new UnreadableSheet("sheet.bad.empty");
    }
    List<Table> tables = SheetFile.read(file);
    List<Found> found = tables.stream().flatMap(table -> found(table).stream()).toList();
    boolean overfull =
        found.isEmpty()
            ? tables.stream().anyMatch(Table::overfull)
            : found.stream().anyMatch(it -> it.table().overfull());
    if (overfull) {
      throw new UnreadableSheet("sheet.bad.rows", Limits.MOST_ROWS, Limits.MOST_COLUMNS);
    }
    Found chosen = chosen(tables, found);
    boolean packed = file[0] == 'P' && file.length > 1 && file[1] == 'K';
    List<String> unread =
        tables.stream()
            .filter(table -> table != chosen.table() && !table.lines().isEmpty())
            .filter(table -> !columns.comesAlong(table.name()) || found(table).isPresent())
            .map(Table::name)
            .toList();
    return of(chosen, unread, !packed && CsvReader.isOld(file));
  }

  private Optional<Found> found(Table table) {
    for (int i = 0; i < Math.min(HIGHEST, table.lines().size()); i++) {
      if (isHeading(table.lines().get(i))) {
        return Optional.of(new Found(table, i));
      }
    }
    return Optional.empty();
  }

  private boolean isHeading(Line line) {
    List<Column> known =
        line.cells().stream().flatMap(cell -> columns.under(cell).stream()).distinct().toList();
    // A row of the explanation begins with the name of a column too.
    return known.size() > 1 && known.contains(columns.the(Role.KEY));
  }

  private Found chosen(List<Table> tables, List<Found> found) throws UnreadableSheet {
    List<Found> declaring = found.stream().filter(this::declares).toList();
    if (declaring.size() > 1) {
      String names =
          declaring.stream()
              .map(it -> "‘" + it.table().name() + "’")
              .collect(Collectors.joining(", "));
      throw new UnreadableSheet("sheet.bad.sheets", names);
    }
    Optional<Found> chosen =
        declaring.stream()
            .findFirst()
            .or(() -> found.stream().filter(it -> !it.below().isEmpty()).findFirst());
    if (chosen.isPresent()) {
      return chosen.get();
    }
    Column key = columns.the(Role.KEY);
    throw found.isEmpty() && tables.stream().anyMatch(table -> !table.lines().isEmpty())
        ? new UnreadableSheet("sheet.bad.nokey", key.heading().nl(), key.heading().en())
        : new UnreadableSheet("sheet.bad.empty");
  }

  /** Whether there is a row with a key below the headings. */
  private boolean declares(Found found) {
    List<String> headings = found.table().lines().get(found.heading()).cells();
    for (int i = 0; i < headings.size(); i++) {
      int place = i;
      if (columns.under(headings.get(i)).filter(columns.the(Role.KEY)::equals).isPresent()
          && found.below().stream().anyMatch(line -> !line.cell(place).isBlank())) {
        return true;
      }
    }
    return false;
  }

  private Sheet of(Found found, List<String> unread, boolean old) throws UnreadableSheet {
    Map<Integer, Column> known = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    List<String> cells = found.table().lines().get(found.heading()).cells();
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
    return new Sheet(
        known,
        List.copyOf(unknown),
        List.copyOf(found.below()),
        old,
        found.table().name(),
        List.copyOf(unread));
  }
}
