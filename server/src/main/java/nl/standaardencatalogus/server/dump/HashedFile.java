package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file, with its hash; when it has been closed it is on the disk, whatever happens. */
final class HashedFile extends OutputStream {
  private final FileChannel channel;
  private final Sha256 hash = new Sha256();
  private String sum;

  HashedFile(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Writes a whole file; gives its hash. */
  static String write(Path path, byte[] content) throws IOException {
    HashedFile file = new HashedFile(path);
    try (file) {
      file.write(content, 0, content.length);
    }
    return file.sum();
  }

  /** Makes the names in a folder stay, where the system can. */
  static void force(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    hash.add(bytes, from, length);
    ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
    sum = hash.hex();
  }

  /** The hash of what was written; after closing only. */
  String sum() {
    return sum;
  }
}
