package nl.standaardencatalogus.catalogue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.shapes.Rules;

/**
 * Commits as fast as it can, until it is killed. Prints {@code open} when it begins, and the number
 * and hash of every commit that was acknowledged.
 */
final class Committing {
  /** Short segments and frequent checkpoints: more to interrupt. */
  static final Rhythm HASTE = new Rhythm(Clock.systemUTC(), 4 << 20, 25);

  private static final int GOALS = 80;
  private static final int LARGE_TEXT = 3 << 20;

  private final Random random;
  private final int[] lives = new int[GOALS];

  /** Begins with names that no run before it has used. */
  private Committing(Random random) {
    this.random = random;
    Arrays.fill(lives, random.nextInt(Integer.MAX_VALUE / 2));
  }

  /** Takes the data folder and a seed for what to commit. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]);
    Committing committing = new Committing(new Random(Long.parseLong(arguments[1])));
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), Progress.silent(), HASTE)) {
      out.print("open\n");
      // When nobody listens any more there is no reason to go on.
      while (!out.checkError()) {
        Outcome outcome = catalogue.commit(Goals.propose(committing.changes()));
        if (outcome instanceof Outcome.Recorded recorded) {
          out.print(recorded.commit().number() + " " + recorded.commit().hash() + "\n");
        } else if (!(outcome instanceof Outcome.Unchanged)) {
          throw new IllegalStateException("Not taken: " + outcome);
        }
      }
    }
  }

  private Change[] changes() {
    TreeSet<Integer> goals = new TreeSet<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      goals.add(random.nextInt(GOALS));
    }
    List<Change> changes = new ArrayList<>();
    for (int goal : goals) {
      changes.add(random.nextInt(8) == 0 ? delete(goal) : Goals.put(slug(goal), title()));
    }
    return changes.toArray(new Change[0]);
  }

  /** What is deleted comes back under another name: its own is never used again. */
  private Change delete(int goal) {
    Change deletion = Change.delete(Goals.goal(slug(goal)));
    lives[goal]++;
    return deletion;
  }

  private String slug(int goal) {
    return "doel-" + goal + "-" + lives[goal];
  }

  /** A large one takes so long to write that a kill can come in the middle. */
  private String title() {
    String title = Long.toHexString(random.nextLong());
    return random.nextInt(90) == 0 ? title.repeat(LARGE_TEXT / title.length()) : title;
  }
}
