package nl.standaardencatalogus.server.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.file.WholeFile;
import nl.standaardencatalogus.server.http.Budget;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;

/**
 * Queries that are kept under a short name, a file each: the name is the start of the hash of the
 * text. What is kept is kept for good; how many there may be, and how fast a client may add them,
 * is bounded. Safe for use by several threads.
 */
public final class KeptQueries {
  // So long that nobody can make two queries with the same name and swap one for the other.
  private static final int NAME_LENGTH = 32;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{" + NAME_LENGTH + "}");
  private static final String SUFFIX = ".rq";
  private static final int PER_MINUTE = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Path folder;
  private final int most;
  private final Budget budget = new Budget(MINUTE);

  /**
   * The queries in a folder, which is made when the first one is kept.
   *
   * @param most so many are kept, and no more
   */
  public KeptQueries(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * Keeps a query, and gives the name that it has from now on; when this returns it is on the disk.
   *
   * @throws ProblemException for what is no query or may not run, for a client that keeps too many
   *     at once, and when there is room for no more
   */
  public synchronized String keep(String query, String client) {
    ReadQuery.of(query);
    String name = CanonicalGraph.sha256(query).substring(0, NAME_LENGTH);
    try {
      if (!Files.exists(file(name))) {
        refuseHasty(client);
        Files.createDirectories(folder);
        refuseFull();
        WholeFile.write(file(name), query.getBytes(StandardCharsets.UTF_8));
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException("The query " + name + " cannot be kept in " + folder, e);
    }
  }

  /** The query with a name; empty when there is none. */
  public Optional<String> named(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The query " + name + " cannot be read from " + folder, e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  private void refuseHasty(String client) {
    Optional<Duration> wait = budget.wait(client);
    if (wait.isPresent()) {
      throw new ProblemException(
          Problem.of(
                  429,
                  "At most "
                      + PER_MINUTE
                      + " queries are kept for one client in a minute. Wait "
                      + wait.get().toSeconds()
                      + " s.")
              .with("limit", "kept queries of a client")
              .with("seconds", wait.get().toSeconds()));
    }
    budget.charge(client, MINUTE.dividedBy(PER_MINUTE));
  }

  private void refuseFull() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.filter(file -> file.toString().endsWith(SUFFIX)).count() >= most) {
        throw new ProblemException(
            Problem.of(
                    507,
                    "No more queries can be kept here: there are "
                        + most
                        + ". Ask the query itself, and keep its text where you need it.")
                .with("limit", "kept queries")
                .with("queries", most));
      }
    }
  }
}
