package nl.standaardencatalogus.catalogue.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How one commit lies in a segment: a header of 16 bytes (the letters SCL1, the length of the
 * payload, the CRC-32C of the payload, the CRC-32C of those three), then the payload.
 *
 * <p>The header has a check of its own so that a damaged length is never taken for a frame that was
 * cut off while it was written.
 */
record Frame(State state, byte[] payload, String problem) {
  private static final int MAGIC = 0x53434C31;
  private static final int HEADER = 16;

  /** Payloads are text, so this many zeros at an end were never written. */
  private static final int UNWRITTEN = 8;

  enum State {
    WHOLE,
    /** Still being written when writing stopped. */
    TORN,
    /** Not as it was written. */
    DAMAGED
  }

  /** Writes a frame in one go and says how many bytes it took. */
  static int write(RandomAccessFile file, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
    frame.putInt(MAGIC).putInt(payload.length).putInt(crc(payload, 0, payload.length));
    frame.putInt(crc(frame.array(), 0, 12));
    frame.put(payload);
    file.write(frame.array());
    return frame.capacity();
  }

  /** Reads the frame at the file's position, which then stands behind it. */
  static Frame read(RandomAccessFile file) throws IOException {
    long left = file.length() - file.getFilePointer();
    if (left < HEADER) {
      file.seek(file.length());
      return torn();
    }
    byte[] start = new byte[HEADER];
    file.readFully(start);
    ByteBuffer header = ByteBuffer.wrap(start);
    int magic = header.getInt();
    int length = header.getInt();
    int payloadCheck = header.getInt();
    if (header.getInt() != crc(start, 0, 12) || magic != MAGIC || length < 0) {
      return isZero(start, 0, HEADER) && isZeroToTheEnd(file)
          ? torn()
          : damaged("its header does not match its checksum");
    }
    if (length > left - HEADER) {
      file.seek(file.length());
      return torn();
    }
    byte[] payload = new byte[length];
    file.readFully(payload);
    if (crc(payload, 0, length) != payloadCheck) {
      boolean unwritten =
          file.getFilePointer() == file.length()
              && length >= UNWRITTEN
              && isZero(payload, length - UNWRITTEN, length);
      return unwritten ? torn() : damaged("its bytes do not match their checksum");
    }
    return new Frame(State.WHOLE, payload, "");
  }

  private static boolean isZeroToTheEnd(RandomAccessFile file) throws IOException {
    byte[] rest = new byte[8192];
    for (int read = file.read(rest); read >= 0; read = file.read(rest)) {
      if (!isZero(rest, 0, read)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static Frame torn() {
    return new Frame(State.TORN, new byte[0], "it is cut off");
  }

  private static Frame damaged(String problem) {
    return new Frame(State.DAMAGED, new byte[0], problem);
  }

  private static int crc(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }
}
