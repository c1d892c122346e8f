package nl.standaardencatalogus.catalogue.log;

import java.util.List;
import java.util.function.Consumer;
import nl.standaardencatalogus.catalogue.revision.Commit;

/**
 * The sequence of all commits: the truth from which everything else follows.
 *
 * <p>It only ever grows. One writer at a time; reading is possible from any thread, also while a
 * commit is added.
 */
public interface CommitLog extends AutoCloseable {
  /** The number of the last commit; 0 when there is none. */
  long size();

  /**
   * Adds commits. When this returns they are there to stay, whatever happens to the process or the
   * power; when it throws, none of them is there.
   *
   * @param commits numbered on from {@link #size}, without a gap
   * @throws LogException when they cannot be kept
   */
  void append(List<Commit> commits);

  /**
   * Reads one commit.
   *
   * @throws LogException when it cannot be read, or is damaged
   * @throws IllegalArgumentException when there is no commit of that number
   */
  Commit read(long number);

  /**
   * Reads commits in order.
   *
   * @param from the first one wanted
   * @param to the last one wanted; what is not there at the call is left out
   * @throws LogException when one cannot be read, or is damaged; it names the commit
   */
  void replay(long from, long to, Consumer<Commit> reader);

  @Override
  void close();
}
