package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** One row of a table, which remembers what was asked of it: what nobody asks is reported. */
final class Line {
  private final CSVRecord cells;
  private final Set<String> read;
  private final String place;

  Line(String file, CSVRecord cells, Set<String> read) {
    this.cells = cells;
    this.read = read;
    this.place = file + " row " + (cells.getRecordNumber() + 1);
  }

  /** Gives this row to a reader; when it cannot be read as it is, that is told with its place. */
  void to(Consumer<Line> reader) {
    try {
      reader.accept(this);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new TableException(place, e.getMessage(), e);
    }
  }

  /** The text of a cell, empty when nothing is known. */
  String text(String column) {
    read.add(column);
    if (!cells.isSet(column)) {
      throw new TableException(place, "there is no column " + column, null);
    }
    return cells.get(column).strip();
  }

  Optional<String> value(String column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The texts of a cell that holds several, with a semicolon between them. */
  List<String> values(String column) {
    return Stream.of(text(column).split(";"))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Where this row stands, for a report. */
  String place() {
    return place;
  }
}
