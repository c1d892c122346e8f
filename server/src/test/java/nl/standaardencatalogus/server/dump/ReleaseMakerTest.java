package nl.standaardencatalogus.server.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of which days there is a release, and that one stays what it is. */
class ReleaseMakerTest {
  @TempDir Path folder;
  private Days days;

  @BeforeEach
  void open() {
    days = new Days(folder);
  }

  @AfterEach
  void close() {
    days.close();
  }

  private long records(String day) {
    return days.releases().of(day).orElseThrow().said().records();
  }

  @Test
  void a_day_gets_its_release_when_it_is_over() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    assertEquals(List.of(), days.make("2026-03-02"));
    assertFalse(Files.exists(days.releases().folder()));
    assertEquals(List.of("2026-03-02"), days.make("2026-03-03"));
  }

  @Test
  void days_begin_and_end_by_dutch_clocks() throws IOException {
    days.record("2026-07-02", "23:59", Days.goal("een", 1));
    days.record("2026-07-03", "00:00", Days.goal("twee", 2));
    days.make("2026-07-03");
    assertEquals(1, records("2026-07-02"));
  }

  @Test
  void what_was_released_never_changes() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1), Days.goal("twee", 2));
    days.make("2026-03-03");
    Map<String, String> before = days.contents();
    days.record("2026-03-04", "10:00", Days.goal("een", 11), Change.delete(Iris.goal("twee")));
    days.make("2026-03-04");
    assertEquals(before, days.contents());
    days.make("2026-03-05");
    Map<String, String> after = days.contents();
    assertEquals(2 * before.size(), after.size());
    after.keySet().retainAll(before.keySet());
    assertEquals(before, after);
  }

  @Test
  void a_day_without_commits_has_no_release() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    days.make("2026-03-03");
    assertEquals(List.of("2026-03-02"), days.make("2026-03-09"));
  }

  @Test
  void days_that_were_slept_through_each_get_the_state_at_their_end() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    days.make("2026-03-03");
    days.record("2026-03-04", "09:00", Days.goal("twee", 2));
    days.record("2026-03-04", "23:00", Days.goal("drie", 3));
    days.record("2026-03-06", "10:00", Change.delete(Iris.goal("een")));
    days.record("2026-03-07", "10:00", Days.goal("vier", 4));
    assertEquals(List.of("2026-03-06", "2026-03-04", "2026-03-02"), days.make("2026-03-07"));
    assertEquals(1, records("2026-03-02"));
    assertEquals(3, records("2026-03-04"));
    assertEquals(2, records("2026-03-06"));
  }

  @Test
  void the_first_release_is_of_the_last_day_that_is_over() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    days.record("2026-03-03", "10:00", Days.goal("twee", 2));
    days.record("2026-03-09", "10:00", Days.goal("drie", 3));
    assertEquals(List.of("2026-03-03"), days.make("2026-03-09"));
    assertEquals(2, records("2026-03-03"));
  }

  @Test
  void each_release_names_the_hash_of_the_one_before_it() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    days.make("2026-03-03");
    days.record("2026-03-04", "10:00", Days.goal("twee", 2));
    days.restart();
    days.make("2026-03-05");
    Release second = days.releases().latest().orElseThrow();
    Release first = days.releases().of("2026-03-02").orElseThrow();
    assertEquals(Optional.empty(), first.said().previous());
    assertEquals(
        Optional.of(
            new Release.Previous(
                LocalDate.of(2026, 3, 2),
                Sha256.of(days.folder("2026-03-02").resolve("SHA256SUMS")))),
        second.said().previous());
  }

  @Test
  void what_a_crash_left_is_no_release_and_is_cleaned_up() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    Path half = days.folder("2026-03-02.part");
    Files.createDirectories(half);
    Files.writeString(half.resolve("standaardencatalogus-2026-03-02.nq.gz"), "half");
    assertEquals(List.of(), days.restart());
    assertEquals(List.of("2026-03-02"), days.make("2026-03-03"));
    assertFalse(Files.exists(half));
    assertEquals(List.of(), DumpCheckTest.faults(days.folder("2026-03-02"), "nq.gz"));
  }

  @Test
  void what_is_given_up_halfway_leaves_nothing() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1), Days.goal("twee", 2));
    Path place = days.releases().folder();
    ReleaseWriter writer =
        new ReleaseWriter(place, SigningKey.in(folder), Iris.organisation("vng-realisatie"));
    AtomicInteger subjects = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () ->
            writer.write(
                LocalDate.of(2026, 3, 2),
                days.catalogue().snapshot(),
                Optional.empty(),
                () -> {
                  if (subjects.incrementAndGet() == 2) {
                    throw new CancellationException();
                  }
                }));
    try (Stream<Path> left = Files.list(place)) {
      assertEquals(List.of(), left.toList());
    }
    assertEquals(List.of("2026-03-02"), days.make("2026-03-03"));
  }

  @Test
  void a_release_that_was_lost_is_made_again_byte_for_byte() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1), Days.standard("iets", "Iets"));
    days.record("2026-03-03", "10:00", Days.goal("twee", 2));
    days.make("2026-03-04");
    Map<String, String> before = days.contents();
    days.close();
    for (String name : before.keySet()) {
      Files.delete(days.releases().folder().resolve(name));
    }
    Files.delete(days.folder("2026-03-03"));
    days = new Days(folder);
    days.make("2026-03-04");
    assertEquals(before, days.contents());
  }

  @Test
  void nothing_is_linked_to_a_release_that_is_damaged() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    days.make("2026-03-03");
    days.record("2026-03-04", "10:00", Days.goal("twee", 2));
    Path description = days.folder("2026-03-02").resolve("release.ttl");
    Files.writeString(description, Files.readString(description) + "# meer\n");
    assertEquals(List.of(), days.restart());
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> days.make("2026-03-05"));
    assertTrue(refused.getMessage().contains("2026-03-02"), refused.getMessage());
  }

  @Test
  void a_release_with_a_file_that_was_cut_off_is_not_offered() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    days.make("2026-03-03");
    Path file = days.folder("2026-03-02").resolve("standaardencatalogus-2026-03-02.nq.zst");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertEquals(List.of(), days.restart());
  }

  @Test
  void a_release_that_had_its_name_before_something_failed_is_taken_as_it_is() throws IOException {
    days.record("2026-03-02", "10:00", Days.goal("een", 1));
    days.make("2026-03-03");
    Map<String, String> before = days.contents();
    new ReleaseWriter(
            days.releases().folder(), SigningKey.in(folder), Iris.organisation("vng-realisatie"))
        .write(LocalDate.of(2026, 3, 2), days.catalogue().snapshot(), Optional.empty(), () -> {});
    assertEquals(before, days.contents());
  }
}
