package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Canonical N-Quads that are being read, line by line: the hash of the whole, that of each graph,
 * and whether the lines are in order. Keeps a line and a hash in the making for each graph.
 */
final class Checked {
  private static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

  private final Sha256 whole = new Sha256();
  private final Map<String, Sha256> graphs = new HashMap<>();
  private byte[] last = new byte[0];
  private long lines;
  private long disorder;
  private long unreadable;

  /** Takes in a line, with its end. */
  void line(byte[] line) {
    lines++;
    whole.add(line, 0, line.length);
    if (disorder == 0 && Arrays.compareUnsigned(last, line) >= 0) {
      disorder = lines;
    }
    last = line;
    String graph = graph(line);
    if (graph == null) {
      unreadable = unreadable == 0 ? lines : unreadable;
    } else {
      graphs.computeIfAbsent(graph, name -> new Sha256()).add(line, 0, line.length);
    }
  }

  /** No IRI has a space in it, so the last term of a line begins at the last space but one. */
  private static String graph(byte[] line) {
    int end = line.length - END.length;
    if (end < 2
        || line[end - 1] != '>'
        || !Arrays.equals(line, end, line.length, END, 0, END.length)) {
      return null;
    }
    int start = end - 1;
    while (start > 0 && line[start] != ' ') {
      start--;
    }
    return line[start + 1] == '<'
        ? new String(line, start + 2, end - start - 3, StandardCharsets.UTF_8)
        : null;
  }

  /** A stream to write lines to, of which the last need not be ended. */
  OutputStream outlet() {
    return new LineOutlet();
  }

  private final class LineOutlet extends OutputStream {
    private byte[] buffer = new byte[1 << 12];
    private int size;

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int start = from;
      for (int i = from; i < from + length; i++) {
        if (bytes[i] == '\n') {
          keep(bytes, start, i + 1 - start);
          line(Arrays.copyOf(buffer, size));
          size = 0;
          start = i + 1;
        }
      }
      keep(bytes, start, from + length - start);
    }

    private void keep(byte[] bytes, int from, int length) {
      if (size + length > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + length));
      }
      System.arraycopy(bytes, from, buffer, size, length);
      size += length;
    }

    @Override
    public void close() throws IOException {
      if (size > 0) {
        line(Arrays.copyOf(buffer, size));
        size = 0;
      }
    }
  }

  long lines() {
    return lines;
  }

  /** The number of the first line that does not come after the one before it; 0 for none. */
  long disorder() {
    return disorder;
  }

  /** The number of the first line that is no quad in a graph; 0 for none. */
  long unreadable() {
    return unreadable;
  }

  /** The hash of all lines; once. */
  String whole() {
    return whole.hex();
  }

  /**
   * The graphs that have another hash than expected, are missing, or are not expected, in order,
   * each with what is wrong with it; once.
   */
  Map<String, String> differences(Map<String, String> expected) {
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(graphs.keySet());
    Map<String, String> differences = new LinkedHashMap<>();
    for (String name : names) {
      Sha256 found = graphs.get(name);
      String wanted = expected.get(name);
      if (found == null) {
        differences.put(name, "nothing of it is in the file");
      } else if (wanted == null) {
        differences.put(name, "the release has no such graph");
      } else {
        String hash = found.hex();
        if (!hash.equals(wanted)) {
          differences.put(
              name, "its content is another one (SHA-256 " + hash + ", not " + wanted + ")");
        }
      }
    }
    return differences;
  }
}
