package nl.standaardencatalogus.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A main class of the tests in a JVM of its own, and what it printed so far. */
final class OtherJvm implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private OtherJvm(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.reader = new Thread(this::read, "output of the other JVM");
    this.reader.start();
  }

  /**
   * Starts it.
   *
   * @param before what to run it with: the words of a command to which the words of another are
   *     added
   */
  static OtherJvm start(List<String> before, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A short life: what the better compiler would win it would first have to spend.
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classpath(), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    try {
      Path errors = Files.createTempFile("other-jvm", ".txt");
      return new OtherJvm(
          new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        if (c == '\n') {
          printed.add(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
      // What has no end of line was still being printed when the process went.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How many whole lines it has printed so far. */
  int lines() {
    return printed.size();
  }

  /** Kills it with a signal that it cannot hear, and gives all whole lines that it printed. */
  List<String> kill() {
    // By its handle: the process itself would throw away what it printed and was not read yet.
    process.toHandle().destroyForcibly();
    await();
    return List.copyOf(printed);
  }

  /** Waits for its end and gives all that it printed. */
  List<String> await() {
    try {
      process.waitFor();
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while another JVM was running", e);
    }
    return List.copyOf(printed);
  }

  int exitCode() {
    return process.exitValue();
  }

  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it when it still runs. */
  @Override
  public void close() {
    kill();
    try {
      Files.deleteIfExists(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
