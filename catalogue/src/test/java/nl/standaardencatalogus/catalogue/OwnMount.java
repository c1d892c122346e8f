package nl.standaardencatalogus.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder that is mounted in a special way for one other process and its children, and that nobody
 * else sees so: it is gone when the process ends.
 */
final class OwnMount {
  private OwnMount() {}

  /** The beginning of a command for which the folder is a disk of its own, of so many megabytes. */
  static List<String> disk(Path folder, int megabytes) {
    return mounting("mount -t tmpfs -o size=" + megabytes + "m none \"$0\"", folder);
  }

  /** The beginning of a command that may read in the folder but not write, whoever runs it. */
  static List<String> readOnly(Path folder) {
    return mounting("mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"", folder);
  }

  private static List<String> mounting(String mount, Path folder) {
    List<String> command =
        List.of(
            "unshare",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            mount + " && exec \"$@\"",
            folder.toString());
    requireThat(command);
    return command;
  }

  /** Skips the test where the system does not let a process have mounts of its own. */
  private static void requireThat(List<String> command) {
    List<String> trial = new ArrayList<>(command);
    trial.add("true");
    try {
      Process process = new ProcessBuilder(trial).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Assumptions.assumeTrue(
          process.waitFor() == 0,
          () -> "No disk could be made for this test, so it is skipped: " + said.strip());
    } catch (IOException e) {
      Assumptions.abort("No disk could be made for this test, so it is skipped: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Interrupted", e));
    }
  }
}
