package nl.standaardencatalogus.server.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of files that declarations go out and come back in. */
public enum SheetFile {
  CSV("csv", "text/csv;charset=utf-8", CsvWriter::write),
  ODS("ods", "application/vnd.oasis.opendocument.spreadsheet", OdsWriter::write),
  XLSX(
      "xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      XlsxWriter::write);

  private static final int PDF = 0x25504446;

  /** Of an office document that is not packed, as of a page of the web. */
  private static final int XML = 0x3C3F786D;

  private static final int PACKED = 0x504B0304;
  private static final int OLD = 0xD0CF11E0;

  private final String suffix;
  private final String type;
  private final Function<Book, byte[]> writer;

  SheetFile(String suffix, String type, Function<Book, byte[]> writer) {
    this.suffix = suffix;
    this.type = type;
    this.writer = writer;
  }

  public static Optional<SheetFile> ofSuffix(String suffix) {
    return Arrays.stream(values()).filter(file -> file.suffix.equals(suffix)).findFirst();
  }

  public String suffix() {
    return suffix;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  byte[] write(Book book) {
    return writer.apply(book);
  }

  /** The tables in a file, whose kind its content tells and its name does not. */
  static List<Table> read(byte[] file) throws UnreadableSheet {
    if (file.length > Limits.MOST_BYTES) {
      throw new UnreadableSheet("sheet.bad.size", Limits.MOST_BYTES >> 10);
    }
    int start = file.length < 4 ? 0 : start(file);
    if (start == PDF || start == XML) {
      throw new UnreadableSheet("sheet.bad.type");
    }
    if (start == OLD) {
      throw new UnreadableSheet("sheet.bad.old");
    }
    if (start != PACKED) {
      return List.of(CsvReader.read(file));
    }
    Unpacked unpacked = Unpacked.of(file);
    if (unpacked.has(XlsxReader.WORKBOOK)) {
      return XlsxReader.read(unpacked);
    }
    if (unpacked.isLocked()) {
      throw new UnreadableSheet("sheet.bad.locked");
    }
    if (unpacked.has(OdsReader.CONTENT)) {
      return OdsReader.read(unpacked);
    }
    throw new UnreadableSheet("sheet.bad.type");
  }

  private static int start(byte[] file) {
    int start = 0;
    for (int i = 0; i < 4; i++) {
      start = start << 8 | file[i] & 0xFF;
    }
    return start;
  }
}
