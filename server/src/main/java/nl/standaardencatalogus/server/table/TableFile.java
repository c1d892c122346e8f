package nl.standaardencatalogus.server.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a table comes in. */
public enum TableFile {
  /**
   * As spreadsheets in the Netherlands open it by a click: with a byte order mark, and semicolons
   * between cells. Those of {@code /sparql} are for programs, and keep to RFC 4180.
   */
  CSV("csv", "text/csv;charset=utf-8", TableFile::csv),
  ODS("ods", "application/vnd.oasis.opendocument.spreadsheet", Spreadsheet::of);

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String suffix;
  private final String type;
  private final Function<Table, byte[]> writer;

  TableFile(String suffix, String type, Function<Table, byte[]> writer) {
    this.suffix = suffix;
    this.type = type;
    this.writer = writer;
  }

  public static Optional<TableFile> ofSuffix(String suffix) {
    return Arrays.stream(values()).filter(file -> file.suffix.equals(suffix)).findFirst();
  }

  public String suffix() {
    return suffix;
  }

  public String type() {
    return type;
  }

  public byte[] write(Table table) {
    return writer.apply(table);
  }

  private static byte[] csv(Table table) {
    Stream<String> rows =
        table.rows().stream()
            .map(row -> row.stream().map(cell -> quoted(guarded(Table.text(cell)))))
            .map(cells -> cells.collect(Collectors.joining(";")));
    return Stream.concat(Stream.of(String.join(";", table.headings())), rows)
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
  static String guarded(String cell) {
    return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r' || c == ',')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
