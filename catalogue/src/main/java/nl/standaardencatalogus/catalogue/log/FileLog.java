package nl.standaardencatalogus.catalogue.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.Commit;

/**
 * A log in segment files: {@code 00000000000000000001.log} begins with commit 1.
 *
 * <p>A segment is a row of {@link Frame}s. What is appended is forced to the disk, and the folder
 * with it when a segment is new, before {@link #append} returns. A frame that was still being
 * written when the process or the power went is cut off at opening: nobody was told that it was
 * there. Anything else that is not as it was written is damage, and refused by the number of the
 * commit.
 *
 * <p>Plain files and not channels: a channel closes when the thread that uses it is interrupted.
 */
public final class FileLog implements CommitLog {
  private static final String SUFFIX = ".log";

  private final Path folder;
  private final long segmentBytes;
  // Grows under the lock of this object; readers take their part of it under that lock too.
  private final List<Place> places = new ArrayList<>();
  private Path lastSegment;
  private RandomAccessFile writer;
  private LogException broken;

  private record Place(Path segment, long offset, int length) {}

  private FileLog(Path folder, long segmentBytes) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
  }

  /**
   * Opens the log in a folder, which is made when it is not there.
   *
   * @param segmentBytes a segment that has grown to this size gets no more commits
   * @throws LogException when the folder cannot be used or the log is damaged
   */
  public static FileLog open(Path folder, long segmentBytes) {
    FileLog log = new FileLog(folder, segmentBytes);
    try {
      Files.createDirectories(folder);
      log.find();
      return log;
    } catch (IOException e) {
      log.close();
      throw new LogException(
          "The log in "
              + folder
              + " cannot be opened: "
              + reason(e)
              + ". Check that the folder"
              + " can be read and written by this user.",
          e);
    } catch (LogException e) {
      log.close();
      throw e;
    }
  }

  private void find() throws IOException {
    List<Path> segments = segments(folder);
    for (int i = 0; i < segments.size(); i++) {
      scan(segments.get(i), i == segments.size() - 1);
    }
    if (segments.isEmpty()) {
      startSegment();
    } else {
      lastSegment = segments.get(segments.size() - 1);
      writer = new RandomAccessFile(lastSegment.toFile(), "rw");
      writer.seek(writer.length());
    }
  }

  static List<Path> segments(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private void scan(Path segment, boolean last) throws IOException {
    if (!segment.getFileName().toString().equals(name(places.size() + 1L))) {
      throw new LogException(
          "Commit "
              + (places.size() + 1)
              + " is missing: the next segment is "
              + segment
              + ". Put the missing file back from a backup.");
    }
    try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), last ? "rw" : "r")) {
      while (file.getFilePointer() < file.length()) {
        long offset = file.getFilePointer();
        Frame frame = Frame.read(file);
        switch (frame.state()) {
          case WHOLE -> places.add(new Place(segment, offset, frame.payload().length));
          case TORN -> {
            if (!last) {
              throw damaged(places.size() + 1L, segment, offset, "the segment ends too early");
            }
            file.setLength(offset);
            file.getFD().sync();
          }
          default -> throw damaged(places.size() + 1L, segment, offset, frame.problem());
        }
      }
    }
  }

  @Override
  public synchronized long size() {
    return places.size();
  }

  @Override
  public synchronized void append(List<Commit> commits) {
    if (broken != null) {
      throw broken;
    }
    List<byte[]> payloads = payloads(commits);
    long before = -1;
    List<Place> added = new ArrayList<>();
    try {
      if (writer.length() >= segmentBytes) {
        startSegment();
      }
      before = writer.length();
      long offset = before;
      for (byte[] payload : payloads) {
        added.add(new Place(lastSegment, offset, payload.length));
        offset += Frame.write(writer, payload);
      }
      writer.getFD().sync();
      places.addAll(added);
    } catch (IOException e) {
      takeBack(before, e);
      throw new LogException(
          "The commit is not kept, because "
              + lastSegment
              + " cannot grow: "
              + reason(e)
              + ". Make room on the disk or make the folder writable, then try again; the catalogue"
              + " is as it was.",
          e);
    }
  }

  private List<byte[]> payloads(List<Commit> commits) {
    List<byte[]> payloads = new ArrayList<>();
    for (Commit commit : commits) {
      if (commit.number() != places.size() + payloads.size() + 1L) {
        throw new IllegalArgumentException("Commit " + commit.number() + " is not the next one");
      }
      payloads.add(CommitText.write(commit));
    }
    return payloads;
  }

  /** When even this fails nobody knows what is on the disk, and only opening it anew will tell. */
  private void takeBack(long length, IOException cause) {
    if (length < 0) {
      return;
    }
    try {
      writer.setLength(length);
      writer.seek(length);
      writer.getFD().sync();
    } catch (IOException e) {
      e.addSuppressed(cause);
      broken =
          new LogException(
              "The log in "
                  + folder
                  + " takes no more commits: "
                  + reason(e)
                  + ". Restart the catalogue when the disk can be written again.",
              e);
    }
  }

  private void startSegment() throws IOException {
    Path segment = folder.resolve(name(places.size() + 1L));
    RandomAccessFile next = new RandomAccessFile(segment.toFile(), "rw");
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      next.getFD().sync();
      entries.force(true);
    } catch (IOException e) {
      next.close();
      throw e;
    }
    if (writer != null) {
      writer.close();
    }
    writer = next;
    lastSegment = segment;
  }

  @Override
  public Commit read(long number) {
    Place place;
    synchronized (this) {
      if (number < 1 || number > places.size()) {
        throw new IllegalArgumentException("There is no commit " + number);
      }
      place = places.get((int) (number - 1));
    }
    try (RandomAccessFile file = new RandomAccessFile(place.segment().toFile(), "r")) {
      file.seek(place.offset());
      return read(file, number, place);
    } catch (IOException e) {
      throw unreadable(number, place, e);
    }
  }

  @Override
  public void replay(long from, long to, Consumer<Commit> reader) {
    List<Place> all;
    synchronized (this) {
      all = List.copyOf(places);
    }
    Path open = null;
    RandomAccessFile file = null;
    try {
      for (long number = Math.max(1, from); number <= Math.min(to, all.size()); number++) {
        Place place = all.get((int) (number - 1));
        try {
          if (!place.segment().equals(open)) {
            if (file != null) {
              file.close();
            }
            file = new RandomAccessFile(place.segment().toFile(), "r");
            open = place.segment();
          }
          file.seek(place.offset());
          reader.accept(read(file, number, place));
        } catch (IOException e) {
          throw unreadable(number, place, e);
        }
      }
    } finally {
      closeQuietly(file);
    }
  }

  private static Commit read(RandomAccessFile file, long number, Place place) throws IOException {
    Frame frame = Frame.read(file);
    if (frame.state() != Frame.State.WHOLE) {
      throw damaged(number, place.segment(), place.offset(), frame.problem());
    }
    Commit commit;
    try {
      commit = CommitText.read(frame.payload());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw damaged(number, place.segment(), place.offset(), e.getMessage());
    }
    if (commit.number() != number) {
      throw damaged(
          number, place.segment(), place.offset(), "it says to be commit " + commit.number());
    }
    return commit;
  }

  private static LogException damaged(long number, Path segment, long offset, String problem) {
    return new LogException(
        "Commit "
            + number
            + " is damaged ("
            + segment
            + ", byte "
            + offset
            + "): "
            + problem
            + ". Put the file back from a backup.");
  }

  private static LogException unreadable(long number, Place place, IOException e) {
    return new LogException(
        "Commit " + number + " cannot be read (" + place.segment() + "): " + reason(e), e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String name(long number) {
    return String.format("%020d", number) + SUFFIX;
  }

  @Override
  public synchronized void close() {
    closeQuietly(writer);
    writer = null;
    broken = new LogException("The log in " + folder + " is closed.");
  }

  /** Everything that was acknowledged has been forced to the disk already. */
  private static void closeQuietly(RandomAccessFile file) {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      throw new LogException("A segment of the log cannot be closed: " + reason(e), e);
    }
  }
}
