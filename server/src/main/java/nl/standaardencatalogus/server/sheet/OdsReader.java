package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the tables of an OpenDocument spreadsheet (ODF 1.2, part 1, section 9). A cell or row may
 * say that it is there a million times; what is blank is only counted then, and of the rest there
 * is never more than a file may have.
 */
final class OdsReader implements Unpacked.Reader {
  static final String CONTENT = "content.xml";

  private final Room room = new Room();
  private final List<Table> tables = new ArrayList<>();
  private List<String> row = List.of();
  private int number;
  private int rowTimes;
  private int cellTimes;
  private int blanks;
  private StringBuilder cell;
  private String value;
  private boolean begun;

  /** How deep we are in what is no text of the cell, such as a remark. */
  private int aside;

  /** The tables in a file. */
  static List<Table> read(Unpacked file) throws UnreadableSheet {
    OdsReader reader = new OdsReader();
    file.read(CONTENT, reader);
    return reader.tables;
  }

  @Override
  public void start(XMLStreamReader xml, String name) {
    if (aside > 0 || name.equals("annotation") || name.equals("shapes")) {
      aside++;
      return;
    }
    switch (name) {
      case "table" -> {
        if (room.table()) {
          tables.add(new Table(Unpacked.attribute(xml, "name"), room));
        }
        number = 1;
      }
      case "table-row" -> {
        row = new ArrayList<>();
        blanks = 0;
        rowTimes = Unpacked.number(xml, "number-rows-repeated", 1);
      }
      case "table-cell", "covered-table-cell" -> {
        cell = new StringBuilder();
        begun = false;
        cellTimes = Unpacked.number(xml, "number-columns-repeated", 1);
        value = value(xml);
      }
      case "p" -> {
        if (begun) {
          append("\n");
        }
        begun = true;
      }
      case "s" -> append(" ".repeat(Math.min(Unpacked.number(xml, "c", 1), 100)));
      case "tab" -> append("\t");
      case "line-break" -> append("\n");
      default -> {
        // Layout.
      }
    }
  }

  /** What a cell says that is no text, as text; null for text. */
  private static String value(XMLStreamReader xml) {
    String type = Unpacked.attribute(xml, "value-type");
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "float", "currency", "percentage" -> Numbers.plain(Unpacked.attribute(xml, "value"));
      case "date" -> Unpacked.attribute(xml, "date-value");
      case "boolean" -> Unpacked.attribute(xml, "boolean-value");
      default -> null;
    };
  }

  private void append(String text) {
    if (cell != null && cell.length() > Limits.MOST_SIGNS) {
      room.close();
    } else if (cell != null) {
      cell.append(text);
    }
  }

  @Override
  public void text(String text) {
    if (aside == 0 && begun) {
      append(text);
    }
  }

  @Override
  public void end(String name) {
    if (aside > 0) {
      aside--;
      return;
    }
    if (name.equals("table-cell") || name.equals("covered-table-cell")) {
      add(value == null ? cell.toString() : value);
      cell = null;
      begun = false;
    } else if (name.equals("table-row")) {
      addRow();
    }
  }

  private void add(String text) {
    if (text.isBlank()) {
      blanks += cellTimes;
      return;
    }
    for (int i = 0; i < blanks && row.size() <= Limits.MOST_COLUMNS; i++) {
      row.add("");
    }
    blanks = 0;
    for (int i = 0; i < cellTimes && row.size() <= Limits.MOST_COLUMNS; i++) {
      row.add(text);
    }
  }

  private void addRow() {
    if (!tables.isEmpty() && !row.isEmpty()) {
      Table table = tables.get(tables.size() - 1);
      for (int i = 0; i < rowTimes && !table.overfull(); i++) {
        table.add(number + i, row);
      }
    }
    number += rowTimes;
  }
}
