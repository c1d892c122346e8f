package nl.standaardencatalogus.server.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed files as nobody makes them by accident. */
public final class Packed {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(out);

  /** Adds a part. */
  public Packed with(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return this;
  }

  /** Adds a part of so many megabytes of nothing. */
  public Packed withNothing(String name, int megabytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    for (int i = 0; i < megabytes; i++) {
      zip.write(new byte[1 << 20]);
    }
    zip.closeEntry();
    return this;
  }

  public byte[] bytes() throws IOException {
    zip.close();
    return out.toByteArray();
  }

  /** An OpenDocument spreadsheet with these rows, and what stands before its root. */
  public static byte[] ods(String before, String rows) throws IOException {
    return new Packed()
        .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .with(
            "content.xml",
            "<?xml version=\"1.0\"?>"
                + before
                + "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body>"
                + "<o:spreadsheet><table:table table:name=\"Blad1\">"
                + rows
                + "</table:table></o:spreadsheet></o:body></o:document-content>")
        .bytes();
  }

  /** A row of an OpenDocument spreadsheet, of text. */
  public static String odsRow(String attributes, String... cells) {
    StringBuilder row = new StringBuilder("<table:table-row " + attributes + ">");
    for (String cell : cells) {
      row.append("<table:table-cell><text:p>").append(cell).append("</text:p></table:table-cell>");
    }
    return row + "</table:table-row>";
  }

  /** A workbook with this worksheet, and what stands before its root. */
  public static byte[] xlsx(String before, String rows) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return new Packed()
        .with(
            "xl/workbook.xml",
            "<workbook xmlns=\""
                + main
                + "\" xmlns:r=\"http://x\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
        .with(
            "xl/worksheets/sheet1.xml",
            "<?xml version=\"1.0\"?>"
                + before
                + "<x:worksheet xmlns:x=\""
                + main
                + "\"><x:sheetData>"
                + rows
                + "</x:sheetData></x:worksheet>")
        .bytes();
  }

  /** A row of a workbook, of text. */
  public static String xlsxRow(String... cells) {
    StringBuilder row = new StringBuilder("<x:row>");
    for (String cell : cells) {
      row.append("<x:c t=\"inlineStr\"><x:is><x:t>").append(cell).append("</x:t></x:is></x:c>");
    }
    return row + "</x:row>";
  }
}
