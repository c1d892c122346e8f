package nl.standaardencatalogus.server.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads text with separators (RFC 4180): semicolons, commas or tabs, whichever the first row has
 * most of; in UTF-8 or UTF-16 or, as Excel in the Netherlands saves it, Windows-1252.
 */
final class CsvReader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final String text;
  private final char separator;
  private final Table table = new Table(null, new Room());
  private int at;

  private CsvReader(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** The table in a file. */
  static Table read(byte[] file) throws UnreadableSheet {
    String text = decoded(file);
    if (text.startsWith("sep=")) {
      // What Excel wants said, and says itself.
      int end = text.indexOf('\n');
      text = end < 0 ? "" : "\n" + text.substring(end + 1);
    }
    return new CsvReader(text, separator(text)).rows();
  }

  /** Whether a file is text of the old character set, whose accents nothing vouches for. */
  static boolean isOld(byte[] file) {
    return decoded(file, StandardCharsets.UTF_8) == null && !hasUtf16Mark(file);
  }

  private static boolean hasUtf16Mark(byte[] file) {
    int mark = file.length < 2 ? 0 : (file[0] & 0xFF) << 8 | file[1] & 0xFF;
    return mark == 0xFFFE || mark == 0xFEFF;
  }

  private static String decoded(byte[] file) throws UnreadableSheet {
    String text =
        decoded(file, hasUtf16Mark(file) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    if (text == null && !hasUtf16Mark(file)) {
      text = decoded(file, WINDOWS);
    }
    if (text == null) {
      throw new UnreadableSheet("sheet.bad.charset");
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      throw new UnreadableSheet("sheet.bad.type");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String decoded(byte[] file, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static char separator(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return List.of(';', ',', '\t').stream()
        .max(Comparator.comparingLong(sign -> first.chars().filter(c -> c == sign).count()))
        .orElseThrow();
  }

  private Table rows() throws UnreadableSheet {
    int number = 0;
    while (at < text.length()) {
      number++;
      table.add(number, row(number));
    }
    return table;
  }

  private List<String> row(int number) throws UnreadableSheet {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(cell(number));
      if (at >= text.length()) {
        return cells;
      }
      char end = text.charAt(at);
      at++;
      if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      if (end != separator) {
        return cells;
      }
    }
  }

  private String cell(int number) throws UnreadableSheet {
    StringBuilder cell = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      quoted(cell, number);
    }
    while (at < text.length() && !ends(text.charAt(at))) {
      cell.append(text.charAt(at));
      at++;
    }
    return cell.toString();
  }

  private boolean ends(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void quoted(StringBuilder cell, int number) throws UnreadableSheet {
    at++;
    while (true) {
      int end = text.indexOf('"', at);
      if (end < 0) {
        throw new UnreadableSheet("sheet.bad.quotes", number);
      }
      cell.append(text, at, end);
      at = end + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        return;
      }
      cell.append('"');
      at++;
    }
  }
}
