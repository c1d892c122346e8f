package nl.standaardencatalogus.server.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a Java process holds on to: the objects left after a full collection, counted by {@code
 * jcmd}, which works with every collector.
 */
record LiveHeap(long process) {
  /** In bytes, now. */
  long bytes() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process counting =
        new ProcessBuilder(jcmd, String.valueOf(process), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    if (counting.waitFor() != 0 || !last.startsWith("Total")) {
      throw new IOException("jcmd does not count the heap of " + process + ": " + last);
    }
    return Long.parseLong(last.trim().split("\\s+")[2]);
  }
}
