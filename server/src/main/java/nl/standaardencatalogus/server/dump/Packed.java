package nl.standaardencatalogus.server.dump;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One way of writing a release, on its way into a file for each way of packing. */
final class Packed extends OutputStream {
  private static final int BUFFER = 1 << 16;

  private final Map<Packing, HashedFile> files = new EnumMap<>(Packing.class);
  private final List<OutputStream> packers = new ArrayList<>();

  Packed(Path folder, LocalDate day, Syntax syntax, List<Packing> packings) throws IOException {
    try {
      for (Packing packing : packings) {
        HashedFile file = new HashedFile(folder.resolve(ReleaseFiles.data(day, syntax, packing)));
        files.put(packing, file);
        // Subjects are small, and each call of a packer goes out of the JVM.
        packers.add(new BufferedOutputStream(packing.pack(file), BUFFER));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (OutputStream packer : packers) {
      packer.write(bytes, from, length);
    }
  }

  /** The hash of a file; after closing only. */
  String sum(Packing packing) {
    return files.get(packing).sum();
  }

  @Override
  public void close() throws IOException {
    IOException failed = null;
    List<OutputStream> all = new ArrayList<>(packers);
    // Also those whose packer could not be made, or could not be ended.
    all.addAll(files.values());
    for (OutputStream one : all) {
      try {
        one.close();
      } catch (IOException e) {
        failed = failed == null ? e : failed;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
