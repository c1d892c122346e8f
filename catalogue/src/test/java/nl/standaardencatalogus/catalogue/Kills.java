package nl.standaardencatalogus.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.commons.io.FileUtils;

/**
 * Kills a catalogue in the middle of its work, again and again, and holds what is found afterwards
 * against what was acknowledged: nothing lost, nothing half, at most the one commit more that was
 * not acknowledged yet.
 *
 * <p>As a program it takes a folder to work in and a number of kills, and ends with 1 when
 * something was lost. A third argument repeats the choices of an earlier run.
 */
final class Kills {
  private static final int KILLS_PER_FOLDER = 8;
  private static final int MOST_LINES = 60;
  private static final long MOST_MILLISECONDS_OF_OPENING = 2_500;
  private static final int PART_OF_A_LARGE_COMMIT = 100_000;
  private static final long MOST_MICROSECONDS_MORE = 30_000;

  private final Path work;
  private final Random random;
  private final Rules rules = Rules.load();
  private final Map<Moment, Integer> moments = new TreeMap<>();
  private final List<String> losses = new ArrayList<>();
  private final Map<Long, String> acknowledged = new TreeMap<>();
  private Path folder;
  private int kills;
  private long commits;
  private int unacknowledged;
  private int halfCheckpoints;
  private int tornTails;
  private int historiesBehind;
  private int historiesMadeAnew;

  /** When to kill. */
  private enum Moment {
    WHILE_OPENING,
    WHILE_COMMITTING,
    WHILE_APPENDING,
    WHILE_WRITING_A_CHECKPOINT
  }

  private Kills(Path work, long seed) {
    this.work = work;
    this.random = new Random(seed);
  }

  /** Kills so many times and says what was found. */
  static Kills of(Path work, long seed, int times) {
    Kills kills = new Kills(work, seed);
    while (kills.kills < times) {
      kills.once(kills.kills == times - 1);
    }
    return kills;
  }

  public static void main(String[] arguments) {
    Path work = Path.of(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
    System.out.printf("%d kills, seed %d%n", times, seed);
    Kills kills = of(work, seed, times);
    kills.losses.forEach(System.out::println);
    System.out.println(kills);
    System.exit(kills.losses.isEmpty() ? 0 : 1);
  }

  /** What was lost or half there, a sentence each. */
  List<String> losses() {
    return losses;
  }

  /** How many commits were acknowledged. */
  long commits() {
    return commits;
  }

  private void once(boolean last) {
    if (kills % KILLS_PER_FOLDER == 0) {
      folder = work.resolve("data-" + kills);
      remove(folder);
      acknowledged.clear();
    }
    kills++;
    long before = last(acknowledged);
    Moment moment = moment();
    try (OtherJvm jvm = OtherJvm.start(List.of(), Committing.class, folder, random.nextLong())) {
      await(moment, jvm);
      if (!jvm.isAlive()) {
        losses.add("Kill " + kills + ": the catalogue had ended by itself: " + jvm.errors());
      }
      remember(jvm.kill());
    }
    moments.merge(moment, 1, Integer::sum);
    if (Files.exists(folder.resolve("checkpoint").resolve("draft"))) {
      halfCheckpoints++;
    }
    // Also the catalogue that is killed next should find what a kill has left.
    boolean onceMore = !last && kills % KILLS_PER_FOLDER != 0;
    boolean aside = onceMore && Files.exists(folder) && random.nextBoolean();
    inspect(aside ? copyWithoutHistory() : folder, before, !aside);
    if (!last && kills % 10 == 0) {
      System.out.println("  " + this);
    }
  }

  /** Each in turn, so that a few kills have them all. */
  private Moment moment() {
    return Moment.values()[kills % Moment.values().length];
  }

  private void await(Moment moment, OtherJvm jvm) {
    if (moment == Moment.WHILE_OPENING) {
      pause(random.nextLong(MOST_MILLISECONDS_OF_OPENING) * 1_000_000);
      return;
    }
    int lines = 2 + random.nextInt(MOST_LINES);
    while (jvm.isAlive() && jvm.lines() < lines) {
      pause(100_000);
    }
    if (moment == Moment.WHILE_WRITING_A_CHECKPOINT) {
      Path draft = folder.resolve("checkpoint").resolve("draft");
      while (jvm.isAlive() && !Files.exists(draft)) {
        Thread.onSpinWait();
      }
    } else if (moment == Moment.WHILE_APPENDING) {
      long before = lengthOfLog(folder);
      long now = before;
      while (jvm.isAlive() && now < before + PART_OF_A_LARGE_COMMIT) {
        before = now;
        now = lengthOfLog(folder);
      }
    } else {
      pause(random.nextLong(MOST_MICROSECONDS_MORE) * 1_000);
    }
  }

  private static void pause(long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    for (long left = nanoseconds; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void remember(List<String> printed) {
    for (String line : printed) {
      if (!line.equals("open")) {
        int space = line.indexOf(' ');
        acknowledged.put(Long.parseLong(line.substring(0, space)), line.substring(space + 1));
        commits++;
      }
    }
  }

  private static long last(Map<Long, String> commits) {
    return commits.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private void inspect(Path data, long before, boolean withHistory) {
    long lengthBefore = lengthOfLog(data);
    List<String> databasesBefore = databases(data);
    try (Catalogue catalogue = Catalogue.open(data, rules, Progress.silent(), Committing.HASTE)) {
      if (lengthOfLog(data) < lengthBefore) {
        tornTails++;
      }
      if (withHistory && !databasesBefore.isEmpty()) {
        historiesMadeAnew += databases(data).equals(databasesBefore) ? 0 : 1;
        historiesBehind += catalogue.history().position() < catalogue.snapshot().sequence() ? 1 : 0;
      }
      compare(catalogue);
      catalogue
          .verify(Progress.silent())
          .problems()
          .forEach(problem -> losses.add("Kill " + kills + ": " + problem));
    } catch (RuntimeException e) {
      losses.add("Kill " + kills + ", after commit " + before + ": " + e);
    }
  }

  private void compare(Catalogue catalogue) {
    long size = catalogue.snapshot().sequence();
    long last = last(acknowledged);
    if (size > last + 1) {
      losses.add("Kill " + kills + ": commit " + size + " is there, " + last + " was the last");
    }
    acknowledged.forEach(
        (number, hash) -> {
          String found = catalogue.commit(number).map(Commit::hash).orElse("not there");
          if (!found.equals(hash)) {
            losses.add(
                "Kill " + kills + ": commit " + number + " was " + hash + " and is " + found);
          }
        });
    if (size == last + 1) {
      unacknowledged++;
      // It is there now, and has to stay.
      acknowledged.put(size, catalogue.commit(size).orElseThrow().hash());
    }
  }

  private Path copyWithoutHistory() {
    Path copy = work.resolve("copy");
    remove(copy);
    try {
      Files.walkFileTree(folder, new Copying(folder, copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      if (directory.equals(from.resolve("history"))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(to.resolve(from.relativize(directory)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
      return FileVisitResult.CONTINUE;
    }
  }

  private static long lengthOfLog(Path data) {
    return entries(data.resolve("log")).stream().mapToLong(file -> file.toFile().length()).sum();
  }

  private static List<String> databases(Path data) {
    return entries(data.resolve("history")).stream().map(Path::toString).sorted().toList();
  }

  private static List<Path> entries(Path directory) {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) {
    try {
      FileUtils.deleteDirectory(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return kills
        + " kills ("
        + moments
        + "): "
        + commits
        + " commits acknowledged, "
        + losses.size()
        + " problems, "
        + unacknowledged
        + " kept without an answer, "
        + tornTails
        + " torn tails cut, "
        + halfCheckpoints
        + " half checkpoints left, "
        + historiesBehind
        + " histories behind, "
        + historiesMadeAnew
        + " made anew";
  }
}
