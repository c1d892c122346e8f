package nl.standaardencatalogus.catalogue.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.graph.Node;

/**
 * A log as it lies in its folder, read beside who has it open: no lock is asked for and nothing is
 * written, so a commit of which only half is there stays as it is.
 */
public final class Glance {
  private final Path folder;

  /** A look at the log in a folder, which need not be there. */
  public Glance(Path folder) {
    this.folder = folder;
  }

  /**
   * Whether no commit is in it yet.
   *
   * @throws LogException when the folder cannot be read
   */
  public boolean isEmpty() {
    return segments().stream().noneMatch(segment -> segment.toFile().length() > 0);
  }

  private List<Path> segments() {
    try {
      return Files.isDirectory(folder) ? FileLog.segments(folder) : List.of();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * The newest revision of a record; empty when it never was there.
   *
   * @throws LogException when the log cannot be read, or is damaged
   */
  public Optional<Revision> newest(Node record) {
    Revision newest = null;
    for (Path segment : segments()) {
      try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "r")) {
        newest = newest(file, record, newest);
      } catch (IOException | IllegalArgumentException | DateTimeException e) {
        throw unreadable(segment, e);
      }
    }
    return Optional.ofNullable(newest);
  }

  private static Revision newest(RandomAccessFile segment, Node record, Revision before)
      throws IOException {
    // As a line of the head has it; only a commit that may be about the record is read in full.
    String named = " " + record.getURI() + " ";
    Revision newest = before;
    while (segment.getFilePointer() < segment.length()) {
      Frame frame = Frame.read(segment);
      if (frame.state() == Frame.State.DAMAGED) {
        throw new IOException(frame.problem());
      }
      if (frame.state() == Frame.State.TORN) {
        // Who writes it may be at it still: what stands there from now on is not looked at.
        return newest;
      }
      if (new String(frame.payload(), StandardCharsets.UTF_8).contains(named)) {
        for (Revision revision : CommitText.read(frame.payload()).revisions()) {
          newest = revision.record().equals(record) ? revision : newest;
        }
      }
    }
    return newest;
  }

  private static LogException unreadable(Path path, Exception e) {
    return new LogException("The log cannot be read (" + path + "): " + e.getMessage(), e);
  }
}
