package nl.standaardencatalogus.catalogue.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.Commit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogTest {
  private static final long ONE_SEGMENT = 1 << 20;
  private static final long A_SEGMENT_EACH = 1;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void place() {
    folder = temporary.resolve("log");
  }

  @Test
  void a_new_log_is_empty() {
    try (FileLog log = open()) {
      assertEquals(0, log.size());
      assertEquals(List.of(), all(log));
    }
  }

  @Test
  void what_is_appended_is_read_back() {
    List<Commit> commits = Commits.chain(3);
    try (FileLog log = open()) {
      log.append(commits);
      assertEquals(commits, all(log));
      assertEquals(commits.get(1), log.read(2));
    }
  }

  @Test
  void what_is_appended_is_there_after_opening_again() {
    List<Commit> commits = Commits.chain(3);
    written(ONE_SEGMENT, commits);
    try (FileLog log = open()) {
      assertEquals(commits, all(log));
    }
  }

  @Test
  void a_replay_keeps_to_its_bounds() {
    written(A_SEGMENT_EACH, Commits.chain(5));
    List<Long> numbers = new ArrayList<>();
    try (FileLog log = open()) {
      log.replay(2, 4, commit -> numbers.add(commit.number()));
      log.replay(5, 99, commit -> numbers.add(commit.number()));
    }
    assertEquals(List.of(2L, 3L, 4L, 5L), numbers);
  }

  @Test
  void a_commit_that_is_not_there_cannot_be_read() {
    written(ONE_SEGMENT, Commits.chain(1));
    try (FileLog log = open()) {
      assertThrows(IllegalArgumentException.class, () -> log.read(0));
      assertThrows(IllegalArgumentException.class, () -> log.read(2));
    }
  }

  @Test
  void a_commit_out_of_turn_is_not_taken() {
    List<Commit> commits = Commits.chain(3);
    try (FileLog log = open()) {
      log.append(commits.subList(0, 1));
      List<Commit> gap = commits.subList(2, 3);
      assertThrows(IllegalArgumentException.class, () -> log.append(gap));
      assertEquals(1, log.size());
      log.append(commits.subList(1, 3));
      assertEquals(commits, all(log));
    }
  }

  @Test
  void a_full_segment_is_followed_by_one_named_for_its_first_commit() {
    List<Commit> commits = Commits.chain(3);
    written(A_SEGMENT_EACH, commits);
    assertEquals(
        List.of("00000000000000000001.log", "00000000000000000002.log", "00000000000000000003.log"),
        names());
    try (FileLog log = open()) {
      assertEquals(commits, all(log));
    }
  }

  @Test
  void a_tail_that_was_not_finished_is_cut_off_wherever_it_ends() throws IOException {
    List<Commit> commits = Commits.chain(3);
    written(ONE_SEGMENT, commits);
    Path segment = segment(1);
    byte[] whole = Files.readAllBytes(segment);
    List<Integer> starts = starts(whole);
    for (int length = starts.get(2); length < whole.length; length++) {
      Files.write(segment, Arrays.copyOf(whole, length));
      try (FileLog log = open()) {
        assertEquals(commits.subList(0, 2), all(log), "cut at byte " + length);
        assertEquals(starts.get(2).longValue(), Files.size(segment), "cut at byte " + length);
      }
    }
  }

  @Test
  void after_a_cut_the_log_goes_on() throws IOException {
    List<Commit> commits = Commits.chain(3);
    written(ONE_SEGMENT, commits);
    byte[] whole = Files.readAllBytes(segment(1));
    Files.write(segment(1), Arrays.copyOf(whole, whole.length - 1));
    try (FileLog log = open()) {
      log.append(commits.subList(2, 3));
    }
    try (FileLog log = open()) {
      assertEquals(commits, all(log));
    }
  }

  @Test
  void a_tail_of_zeros_was_never_written() throws IOException {
    List<Commit> commits = Commits.chain(2);
    written(ONE_SEGMENT, commits);
    byte[] whole = Files.readAllBytes(segment(1));
    for (int zeros : new int[] {1, 15, 16, 17, 5000, 20_000}) {
      Files.write(segment(1), Arrays.copyOf(whole, whole.length + zeros));
      try (FileLog log = open()) {
        assertEquals(commits, all(log), zeros + " zeros");
        assertEquals(whole.length, Files.size(segment(1)), zeros + " zeros");
      }
    }
  }

  @Test
  void a_frame_whose_end_was_never_written_is_cut_off() throws IOException {
    written(ONE_SEGMENT, Commits.chain(2));
    byte[] whole = Files.readAllBytes(segment(1));
    Arrays.fill(whole, whole.length - 200, whole.length, (byte) 0);
    Files.write(segment(1), whole);
    try (FileLog log = open()) {
      assertEquals(1, log.size());
    }
  }

  @Test
  void a_segment_that_ends_too_early_is_refused_when_others_follow() throws IOException {
    written(A_SEGMENT_EACH, Commits.chain(3));
    byte[] whole = Files.readAllBytes(segment(2));
    Files.write(segment(2), Arrays.copyOf(whole, whole.length - 1));
    LogException refused = assertThrows(LogException.class, this::open);
    assertTrue(refused.getMessage().startsWith("Commit 2 is damaged"), refused.getMessage());
  }

  @Test
  void a_segment_that_is_missing_is_named_by_its_first_commit() throws IOException {
    written(A_SEGMENT_EACH, Commits.chain(3));
    Files.delete(segment(2));
    LogException refused = assertThrows(LogException.class, this::open);
    assertTrue(refused.getMessage().startsWith("Commit 2 is missing"), refused.getMessage());
  }

  @Test
  void the_first_segment_cannot_be_missing() throws IOException {
    written(A_SEGMENT_EACH, Commits.chain(2));
    Files.delete(segment(1));
    LogException refused = assertThrows(LogException.class, this::open);
    assertTrue(refused.getMessage().startsWith("Commit 1 is missing"), refused.getMessage());
  }

  @Test
  void a_changed_byte_anywhere_is_refused_by_the_number_of_its_commit() throws IOException {
    written(ONE_SEGMENT, Commits.chain(3));
    byte[] whole = Files.readAllBytes(segment(1));
    List<Integer> starts = starts(whole);
    try (RandomAccessFile file = new RandomAccessFile(segment(1).toFile(), "rw")) {
      for (int at = 0; at < whole.length; at++) {
        int commit = at < starts.get(1) ? 1 : at < starts.get(2) ? 2 : 3;
        for (int mask : new int[] {0x01, 0x20, 0x80, 0xFF}) {
          file.seek(at);
          file.write(whole[at] ^ mask);
          LogException refused = assertThrows(LogException.class, this::open, "byte " + at);
          assertTrue(
              refused.getMessage().startsWith("Commit " + commit + " is damaged"),
              "byte " + at + ": " + refused.getMessage());
        }
        file.seek(at);
        file.write(whole[at]);
      }
    }
    open().close();
  }

  @Test
  void a_byte_that_changes_while_the_log_is_open_is_found_when_it_is_read() throws IOException {
    written(ONE_SEGMENT, Commits.chain(3));
    try (FileLog log = open()) {
      byte[] whole = Files.readAllBytes(segment(1));
      whole[starts(whole).get(1) + 40] ^= 1;
      Files.write(segment(1), whole);
      LogException refused = assertThrows(LogException.class, () -> all(log));
      assertTrue(refused.getMessage().startsWith("Commit 2 is damaged"), refused.getMessage());
    }
  }

  @Test
  void a_byte_that_was_changed_with_its_checksums_breaks_the_chain_at_its_commit()
      throws IOException {
    List<Commit> commits = Commits.chain(3);
    byte[] payload = CommitText.write(commits.get(1));
    for (int at = 0; at < payload.length; at++) {
      for (int mask : new int[] {0x01, 0x20, 0x80}) {
        payload[at] ^= (byte) mask;
        forged(commits, payload);
        String place = "byte " + at + " with " + mask;
        try (FileLog log = open()) {
          Chain chain = new Chain();
          LogException refused =
              assertThrows(
                  LogException.class,
                  () ->
                      log.replay(
                          1,
                          3,
                          commit -> {
                            chain.follow(commit);
                            Chain.checkContents(commit);
                          }),
                  place);
          assertTrue(refused.getMessage().startsWith("Commit 2 "), place + refused.getMessage());
        }
        payload[at] ^= (byte) mask;
      }
    }
  }

  private void forged(List<Commit> commits, byte[] second) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(segment(1));
    try (RandomAccessFile file = new RandomAccessFile(segment(1).toFile(), "rw")) {
      Frame.write(file, CommitText.write(commits.get(0)));
      Frame.write(file, second);
      Frame.write(file, CommitText.write(commits.get(2)));
    }
  }

  @Test
  void when_the_folder_is_gone_a_commit_is_refused_and_taken_when_it_is_back() throws IOException {
    List<Commit> commits = Commits.chain(2);
    Path elsewhere = temporary.resolve("elsewhere");
    try (FileLog log = FileLog.open(folder, A_SEGMENT_EACH)) {
      log.append(commits.subList(0, 1));
      Files.move(folder, elsewhere);
      List<Commit> second = commits.subList(1, 2);
      LogException refused = assertThrows(LogException.class, () -> log.append(second));
      assertTrue(refused.getMessage().startsWith("The commit is not kept"), refused.getMessage());
      assertEquals(1, log.size());
      Files.move(elsewhere, folder);
      log.append(second);
      assertEquals(commits, all(log));
    }
  }

  @Test
  void a_segment_that_cannot_be_read_is_named_by_commit() throws IOException {
    written(ONE_SEGMENT, Commits.chain(2));
    try (FileLog log = open()) {
      Files.delete(segment(1));
      LogException refused = assertThrows(LogException.class, () -> log.read(2));
      assertTrue(refused.getMessage().startsWith("Commit 2 cannot be read"), refused.getMessage());
    }
  }

  @Test
  void a_file_in_place_of_the_folder_is_refused() throws IOException {
    Files.writeString(folder, "no folder");
    LogException refused = assertThrows(LogException.class, this::open);
    assertTrue(refused.getMessage().contains("cannot be opened"), refused.getMessage());
  }

  @Test
  void a_closed_log_takes_no_commits() {
    FileLog log = open();
    log.close();
    List<Commit> commits = Commits.chain(1);
    LogException refused = assertThrows(LogException.class, () -> log.append(commits));
    assertTrue(refused.getMessage().contains("is closed"), refused.getMessage());
  }

  @Test
  void who_is_interrupted_still_gets_the_commit_kept() {
    List<Commit> commits = Commits.chain(2);
    try (FileLog log = open()) {
      Thread.currentThread().interrupt();
      log.append(commits.subList(0, 1));
      assertTrue(Thread.interrupted());
      log.append(commits.subList(1, 2));
      assertEquals(commits, all(log));
    }
  }

  @Test
  void reading_goes_on_while_commits_are_added() throws InterruptedException, ExecutionException {
    List<Commit> commits = Commits.chain(200);
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try (FileLog log = FileLog.open(folder, 10_000)) {
      Future<?> read =
          reader.submit(
              () -> {
                for (long size = log.size(); size < commits.size(); size = log.size()) {
                  assertEquals(commits.subList(0, (int) size), all(log).subList(0, (int) size));
                }
              });
      commits.forEach(commit -> log.append(List.of(commit)));
      read.get();
      assertEquals(commits, all(log));
    } finally {
      reader.shutdownNow();
    }
  }

  private FileLog open() {
    return FileLog.open(folder, ONE_SEGMENT);
  }

  private void written(long segmentBytes, List<Commit> commits) {
    try (FileLog log = FileLog.open(folder, segmentBytes)) {
      commits.forEach(commit -> log.append(List.of(commit)));
    }
  }

  private static List<Commit> all(FileLog log) {
    List<Commit> all = new ArrayList<>();
    log.replay(1, Long.MAX_VALUE, all::add);
    return all;
  }

  private Path segment(int first) {
    return folder.resolve(String.format("%020d.log", first));
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Where each frame starts, found without the code that is tested. */
  private static List<Integer> starts(byte[] segment) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at < segment.length) {
      starts.add(at);
      int length = ByteBuffer.wrap(segment).getInt(at + 4);
      at += 16 + length;
    }
    return starts;
  }
}
