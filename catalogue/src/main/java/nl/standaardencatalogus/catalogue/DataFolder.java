package nl.standaardencatalogus.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything of one catalogue, for one process at a time.
 *
 * <p>{@code format} says the form of what is in it, {@code lock} is held while it is in use, {@code
 * log/} is the truth; {@code checkpoint/} and {@code history/} follow from it and may be deleted
 * while nobody uses the folder. Who serves the catalogue may keep folders of its own beside these.
 */
final class DataFolder implements AutoCloseable {
  private static final int FORMAT = 1;

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  static DataFolder open(Path path) {
    FileChannel lockFile;
    try {
      Files.createDirectories(path);
      lockFile =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new CatalogueException(
          "The data folder "
              + path
              + " cannot be used: "
              + reason(e)
              + ". It must be a folder that this user can write to.",
          e);
    }
    DataFolder folder = new DataFolder(path, lockFile);
    try {
      folder.lock();
      folder.checkFormat();
      return folder;
    } catch (CatalogueException e) {
      folder.close();
      throw e;
    }
  }

  private void lock() {
    try {
      FileLock lock = lockFile.tryLock();
      if (lock == null) {
        throw inUse(null);
      }
    } catch (OverlappingFileLockException e) {
      throw inUse(e);
    } catch (IOException e) {
      throw new CatalogueException(
          "The data folder " + path + " cannot be locked: " + reason(e) + ".", e);
    }
  }

  private CatalogueException inUse(Exception cause) {
    return new CatalogueException(
        "The data folder "
            + path
            + " is in use by another process. Stop that process, or choose"
            + " another folder.",
        cause);
  }

  private void checkFormat() {
    Path file = path.resolve("format");
    try {
      if (!Files.exists(file)) {
        writeFormat(file);
        return;
      }
      String found = Files.readString(file).strip();
      if (!found.matches("[0-9]{1,9}")) {
        throw new CatalogueException(
            file + " says \"" + found + "\", which is no format number. Is this the right folder?");
      }
      if (Integer.parseInt(found) > FORMAT) {
        throw new CatalogueException(
            "The data folder "
                + path
                + " has format "
                + found
                + ", made by a newer program; this"
                + " one knows up to "
                + FORMAT
                + ". Use the newer program.");
      }
    } catch (IOException e) {
      throw new CatalogueException(
          file
              + " cannot be read or written: "
              + reason(e)
              + ". Check that this user may write in the folder and that there is room on the"
              + " disk.",
          e);
    }
  }

  /** In one step: half of it would be taken for another folder. */
  private void writeFormat(Path file) throws IOException {
    Path draft = path.resolve("format.draft");
    Files.writeString(draft, FORMAT + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  Path log() {
    return path.resolve("log");
  }

  Path checkpoint() {
    return path.resolve("checkpoint");
  }

  Path history() {
    return path.resolve("history");
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  /** Lets go of the lock. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new CatalogueException("The lock of " + path + " cannot be released.", e);
    }
  }
}
