package nl.standaardencatalogus.server.sheet;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Writes a table as spreadsheets in the Netherlands open it by a click: with a byte order mark, and
 * semicolons between cells.
 */
final class CsvWriter {
  private CsvWriter() {}

  static byte[] write(Book book) {
    return book.pages().get(0).rows().stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> quoted(Guarded.of(cell.text())))
                    .collect(Collectors.joining(";")))
        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> ";\"\n\r,\t".indexOf(c) >= 0)
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
