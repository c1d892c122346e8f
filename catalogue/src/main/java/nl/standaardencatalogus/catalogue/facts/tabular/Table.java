package nl.standaardencatalogus.catalogue.facts.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header row, in UTF-8. */
final class Table {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String name;
  private final List<CSVRecord> records;
  private final List<String> columns;
  private final Set<String> read = new TreeSet<>();
  private final Map<String, String> leftOut = new HashMap<>();

  private Table(String name, List<CSVRecord> records, List<String> columns) {
    this.name = name;
    this.records = records;
    this.columns = columns;
  }

  static Table read(Path folder, String name) {
    try (Reader reader = Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8)) {
      return read(name, reader);
    } catch (IOException e) {
      throw new TableException(name, reason(e), e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file in the folder";
    }
    return e instanceof CharacterCodingException
        ? "it is not in UTF-8"
        : "it cannot be read: " + e.getMessage();
  }

  static Table read(String name, Reader reader) throws IOException {
    try (CSVParser parser = FORMAT.parse(reader)) {
      return new Table(name, parser.getRecords(), parser.getHeaderNames());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException e) {
      throw new TableException(name, e.getMessage(), e);
    }
  }

  String name() {
    return name;
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    records.forEach(cells -> lines.add(new Line(name, cells, read)));
    return lines;
  }

  /** Gives every row to a reader. */
  void each(Consumer<Line> reader) {
    lines().forEach(line -> line.to(reader));
  }

  /** Says why columns are not read; they are reported all the same. */
  void leaveOut(String reason, String... names) {
    List.of(names).forEach(column -> leftOut.put(column, reason));
  }

  /** Reports every column that holds something and was never asked for. */
  void reportUnread(Unplaced unplaced) {
    for (String column : columns) {
      long filled = records.stream().filter(cells -> holds(cells, column)).count();
      if (filled > 0 && !read.contains(column)) {
        String reason = leftOut.getOrDefault(column, "has no place");
        unplaced.report(name, "column " + column + " (" + filled + " values) " + reason);
      }
    }
  }

  /** A row may be shorter than the header. */
  private static boolean holds(CSVRecord cells, String column) {
    return cells.isSet(column) && !cells.get(column).isBlank();
  }
}
