package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Scripts of {@code src/test/node}, in a folder of a test's own where their packages are too. */
public record NodeScripts(Path folder) {
  private static final Path SCRIPTS = Path.of("src", "test", "node");

  /** How a script ended, and everything that it said. */
  public record Ended(int code, String said) {}

  /** Installs a script; the test is skipped without Node, or when its packages cannot be had. */
  public static NodeScripts install(Path folder, String script)
      throws IOException, InterruptedException {
    NodeScripts scripts = new NodeScripts(folder);
    assumeTrue(scripts.present(), "Node is not here");
    for (String file : List.of("package.json", script)) {
      Files.copy(SCRIPTS.resolve(file), folder.resolve(file));
    }
    Ended installed = scripts.run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
    assumeTrue(installed.code() == 0, "the packages cannot be had: " + installed.said());
    return scripts;
  }

  private boolean present() throws InterruptedException {
    try {
      return run("node", "--version").code() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs a command in the folder, for five minutes at most. */
  public Ended run(String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return new Ended(-1, "it took more than five minutes");
    }
    return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }
}
