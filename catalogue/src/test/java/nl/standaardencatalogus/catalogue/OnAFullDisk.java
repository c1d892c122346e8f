package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.commons.io.FileUtils;

/** What {@link FullDiskTest} runs on a small disk. Prints what is said to whoever runs it. */
final class OnAFullDisk {
  private static final String LARGE = "groot ".repeat(100_000);

  private final Path folder;
  private final Path ballast;

  private OnAFullDisk(Path disk) {
    this.folder = disk.resolve("data");
    this.ballast = disk.resolve("ballast");
  }

  /** Takes where the disk is, and what to do there. */
  public static void main(String[] arguments) throws IOException {
    OnAFullDisk trial = new OnAFullDisk(Path.of(arguments[0]));
    switch (arguments[1]) {
      case "commit" -> trial.commit();
      case "grow" -> trial.grow();
      case "load" -> trial.load();
      case "open" -> trial.open();
      case "reopen" -> trial.reopen();
      default -> throw new IllegalArgumentException(arguments[1]);
    }
  }

  private void commit() throws IOException {
    Catalogue catalogue = Catalogues.open(folder);
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    awaitHistory(catalogue);
    fill();
    Map<String, String> log = Catalogues.logOf(folder);
    Snapshot before = catalogue.snapshot();
    CatalogueException refused =
        assertThrows(
            CatalogueException.class, () -> catalogue.commit(Goals.propose(Goals.put("b", LARGE))));
    System.out.println(refused.getMessage());
    assertEquals(log, Catalogues.logOf(folder));
    assertSame(before, catalogue.snapshot());
    assertEquals("Eén", Catalogues.title(catalogue.snapshot(), "a"));
    assertEquals(1, catalogue.commit(1).orElseThrow().number());

    Files.delete(ballast);
    assertEquals(2, Catalogues.commit(catalogue, Goals.put("b", LARGE)).number());
    assertEquals(3, Catalogues.commit(catalogue, Goals.put("c", "Drie")).number());
    catalogue.close();
    assertReopens(3);
  }

  /** The last room goes to the log and to the history that follows it, whoever comes first. */
  private void grow() throws IOException {
    Catalogue catalogue = Catalogues.open(folder);
    fill();
    try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
      file.truncate(file.size() - (1 << 20));
    }
    long commits = 0;
    String refused = "";
    while (refused.isEmpty()) {
      try {
        commits = Catalogues.commit(catalogue, Goals.put("a", "Titel " + commits)).number();
      } catch (CatalogueException e) {
        refused = e.getMessage();
      }
    }
    System.out.println(refused);
    assertEquals("Titel " + (commits - 1), Catalogues.title(catalogue.snapshot(), "a"));

    Files.delete(ballast);
    assertEquals(commits + 1, Catalogues.commit(catalogue, Goals.put("b", LARGE)).number());
    catalogue.close();
    assertReopens(commits + 1);
  }

  private void load() throws IOException {
    Catalogue catalogue = Catalogues.open(folder);
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    awaitHistory(catalogue);
    fill();
    List<DatedProposal> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(
          new DatedProposal(
              Instant.parse("2099-01-01T00:00:00Z"),
              Goals.propose(Goals.put("b", i == 280 ? LARGE : "Titel " + i))));
    }
    CatalogueException refused =
        assertThrows(
            CatalogueException.class, () -> catalogue.load(many.iterator(), Progress.silent()));
    System.out.println(refused.getMessage());
    long kept = catalogue.snapshot().sequence();
    assertTrue(kept < 281, "kept " + kept);

    Files.delete(ballast);
    assertEquals(kept + 1, Catalogues.commit(catalogue, Goals.put("b", LARGE)).number());
    catalogue.close();
    assertReopens(kept + 1);
  }

  /** A first start where there is no room for anything. */
  private void open() throws IOException {
    Files.createDirectories(folder);
    fill();
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Catalogues.open(folder));
    System.out.println(refused.getMessage());
    Files.delete(ballast);
    assertReopens(0);
  }

  /** A start where there is a log, but no room for what is derived. */
  private void reopen() throws IOException {
    try (Catalogue catalogue = Catalogues.open(folder)) {
      Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    }
    FileUtils.deleteDirectory(folder.resolve("history").toFile());
    fill();
    Map<String, String> log = Catalogues.logOf(folder);
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Catalogues.open(folder));
    System.out.println(refused.getMessage());
    assertEquals(log, Catalogues.logOf(folder));
    Files.delete(ballast);
    assertReopens(1);
  }

  private static void awaitHistory(Catalogue catalogue) {
    assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
  }

  private void fill() throws IOException {
    byte[] block = new byte[1 << 12];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertEquals("No space left on device", e.getMessage());
    }
  }

  private void assertReopens(long commits) {
    try (Catalogue catalogue = Catalogues.open(folder)) {
      assertEquals(commits, catalogue.snapshot().sequence());
      assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
    }
  }
}
