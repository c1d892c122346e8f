package nl.standaardencatalogus.server.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the tables of an Office Open XML workbook (ECMA-376 part 1, section 18), also a strict one.
 * Of a formula it takes the value that the spreadsheet saved with it; nothing is worked out here.
 */
final class XlsxReader {
  static final String WORKBOOK = "xl/workbook.xml";

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

  /** What in a format is no format: quoted text, colours and conditions, single signs. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

  private static final long LAST_DAY = 2_958_465;

  private final Unpacked file;
  private final Room room = new Room();
  private final List<String> shared = new ArrayList<>();
  private final List<Boolean> days = new ArrayList<>();
  private LocalDate epoch = LocalDate.of(1899, 12, 30);

  private XlsxReader(Unpacked file) {
    this.file = file;
  }

  /** The tables in a file, in its order. */
  static List<Table> read(Unpacked file) throws UnreadableSheet {
    XlsxReader reader = new XlsxReader(file);
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<String, String> part : reader.parts().entrySet()) {
      if (!reader.room.table()) {
        break;
      }
      if (tables.isEmpty()) {
        reader.readShared();
        reader.readStyles();
      }
      Rows rows = reader.new Rows(part.getValue());
      file.read(part.getKey(), rows);
      tables.add(rows.table);
    }
    return tables;
  }

  /** The names of the worksheets, by the parts of the file that they are in. */
  private Map<String, String> parts() throws UnreadableSheet {
    Map<String, String> targets = new HashMap<>();
    file.read(
        "xl/_rels/workbook.xml.rels",
        (xml, name) -> {
          if (name.equals("Relationship")) {
            targets.put(Unpacked.attribute(xml, "Id"), Unpacked.attribute(xml, "Target"));
          }
        });
    Map<String, String> parts = new LinkedHashMap<>();
    file.read(
        WORKBOOK,
        (xml, name) -> {
          if (name.equals("workbookPr") && isTrue(Unpacked.attribute(xml, "date1904"))) {
            epoch = LocalDate.of(1904, 1, 1);
          } else if (name.equals("sheet")) {
            String target = targets.get(Unpacked.attribute(xml, "id"));
            if (target != null) {
              parts.putIfAbsent(
                  target.startsWith("/") ? target.substring(1) : "xl/" + target,
                  Objects.requireNonNullElse(Unpacked.attribute(xml, "name"), ""));
            }
          }
        });
    return parts;
  }

  private static boolean isTrue(String text) {
    return "1".equals(text) || "true".equals(text);
  }

  private void readShared() throws UnreadableSheet {
    Text text = new Text();
    file.read(
        "xl/sharedStrings.xml",
        new Unpacked.Reader() {
          @Override
          public void start(XMLStreamReader xml, String name) {
            if (name.equals("si")) {
              text.clear();
            }
            text.start(name);
          }

          @Override
          public void text(String said) {
            text.add(said);
          }

          @Override
          public void end(String name) {
            text.end(name);
            if (name.equals("si") && room.take(1, text.length())) {
              shared.add(text.get());
            }
          }
        });
  }

  /** The text of a cell, in pieces; what tells how to say it aloud is left out. */
  private static final class Text {
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean aside;

    void clear() {
      text.setLength(0);
    }

    void start(String name) {
      aside |= name.equals("rPh");
      inText = name.equals("t") && !aside;
    }

    void add(String said) {
      // A longer one is refused anyway, with the whole file.
      if (inText && text.length() <= Limits.MOST_SIGNS) {
        text.append(said);
      }
    }

    int length() {
      return text.length();
    }

    void end(String name) {
      inText = false;
      aside &= !name.equals("rPh");
    }

    String get() {
      return ESCAPE
          .matcher(text)
          .replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
  }

  private void readStyles() throws UnreadableSheet {
    Set<Integer> formats = new HashSet<>();
    // Those that every program has built in (section 18.8.30).
    for (int i = 14; i <= 22; i++) {
      formats.add(i);
    }
    for (int i = 27; i <= 36; i++) {
      formats.add(i);
    }
    for (int i = 50; i <= 58; i++) {
      formats.add(i);
    }
    file.read(
        "xl/styles.xml",
        new Unpacked.Reader() {
          private boolean ofCells;

          @Override
          public void start(XMLStreamReader xml, String name) {
            if (name.equals("numFmt")) {
              String code = Unpacked.attribute(xml, "formatCode");
              if (code != null && isDay(code)) {
                formats.add(Unpacked.number(xml, "numFmtId", 0));
              }
            } else if (name.equals("cellXfs")) {
              ofCells = true;
            } else if (ofCells && name.equals("xf")) {
              days.add(formats.contains(Unpacked.number(xml, "numFmtId", 0)));
            }
          }

          @Override
          public void end(String name) {
            ofCells &= !name.equals("cellXfs");
          }
        });
  }

  private static boolean isDay(String format) {
    String code = LITERAL.matcher(format.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
    return code.contains("d") || code.contains("y") || code.contains("jj");
  }

  /** One worksheet. */
  private final class Rows implements Unpacked.Reader {
    private final Table table;
    private final Text text = new Text();
    private final StringBuilder value = new StringBuilder();
    private List<String> row = List.of();
    private int number;
    private int column;
    private String type;
    private int style;
    private boolean inValue;

    Rows(String name) {
      this.table = new Table(name, room);
    }

    @Override
    public void start(XMLStreamReader xml, String name) {
      if (name.equals("row")) {
        row = new ArrayList<>();
        number = Unpacked.number(xml, "r", number + 1);
        column = -1;
      } else if (name.equals("c")) {
        column = column(Unpacked.attribute(xml, "r"), column + 1);
        type = Unpacked.attribute(xml, "t");
        style = Unpacked.number(xml, "s", 0);
        value.setLength(0);
        text.clear();
      }
      inValue = name.equals("v");
      text.start(name);
    }

    private static int column(String place, int next) {
      Matcher matcher = PLACE.matcher(place == null ? "" : place);
      if (!matcher.matches()) {
        return next;
      }
      int column = 0;
      for (char letter : matcher.group(1).toCharArray()) {
        column = column * 26 + letter - 'A' + 1;
      }
      return column - 1;
    }

    @Override
    public void text(String said) {
      if (inValue) {
        value.append(said);
      }
      text.add(said);
    }

    @Override
    public void end(String name) {
      inValue = false;
      text.end(name);
      if (name.equals("c")) {
        if (text.length() > Limits.MOST_SIGNS) {
          room.close();
        }
        put(said());
      } else if (name.equals("row")) {
        table.add(number, row);
      }
    }

    private void put(String said) {
      if (said.isBlank()) {
        return;
      }
      int place = Math.min(column, Limits.MOST_COLUMNS);
      while (row.size() <= place) {
        row.add("");
      }
      row.set(place, said);
    }

    private String said() {
      String raw = value.toString();
      if (type == null || type.equals("n")) {
        boolean day = style < days.size() && days.get(style);
        return day ? day(raw) : Numbers.plain(raw);
      }
      return switch (type) {
        case "s" -> shared(raw);
        case "inlineStr" -> text.get();
        case "b" -> String.valueOf(isTrue(raw));
        default -> raw;
      };
    }

    private String shared(String index) {
      String number = index.strip();
      int place = number.matches("[0-9]{1,8}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
      return place < shared.size() ? shared.get(place) : "";
    }

    private String day(String serial) {
      try {
        double days = Double.parseDouble(serial.strip());
        return days >= 0 && days <= LAST_DAY ? epoch.plusDays((long) days).toString() : serial;
      } catch (NumberFormatException e) {
        return serial;
      }
    }
  }
}
