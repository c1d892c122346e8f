package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All releases that there are. They are read once, when this is opened; those that are made later
 * are added. Safe for use by several threads.
 */
public final class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  private final Path folder;
  private volatile List<Release> all;
  private volatile Newest newest = new Newest(Graph.emptyGraph, Instant.EPOCH);
  private final List<LocalDate> damaged = new ArrayList<>();

  private Releases(Path folder) {
    this.folder = folder;
    this.all = List.of();
  }

  /** The releases in a folder, which need not be there. */
  public static Releases open(Path folder) {
    Releases releases = new Releases(folder);
    if (Files.isDirectory(folder)) {
      releases.read();
    }
    return releases;
  }

  private void read() {
    List<Release> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      folders
          .map(path -> ReleaseFiles.day(path.getFileName().toString()))
          .flatMap(Optional::stream)
          .forEach(day -> read(day).ifPresentOrElse(found::add, () -> damaged.add(day)));
    } catch (IOException e) {
      throw new UncheckedIOException("The releases in " + folder + " cannot be read", e);
    }
    found.sort(Comparator.comparing(Release::day).reversed());
    set(found);
  }

  /**
   * What the newest release says of itself, the same until there is a newer one.
   *
   * @param said nothing where there is no release
   * @param visible since when it has been there for readers
   */
  public record Newest(Graph said, Instant visible) {}

  private void set(List<Release> releases) {
    all = List.copyOf(releases);
    latest().ifPresent(latest -> newest = new Newest(latest.said().graph(), latest.visible()));
  }

  /** What the newest one says of itself. */
  public Newest newest() {
    return newest;
  }

  private Optional<Release> read(LocalDate day) {
    try {
      return Optional.of(Release.read(folder.resolve(day.toString()), day));
    } catch (IOException | IllegalArgumentException e) {
      LOG.error(
          "The release of {} is damaged and is not offered; put its folder back from a copy",
          day,
          e);
      return Optional.empty();
    }
  }

  Path folder() {
    return folder;
  }

  /** The newest one that cannot be read; none can be linked to it. */
  Optional<LocalDate> damaged() {
    return damaged.stream().max(Comparator.naturalOrder());
  }

  synchronized void add(Release release) {
    List<Release> more = new ArrayList<>(all);
    more.add(0, release);
    set(more);
  }

  /** Newest first. */
  public List<Release> all() {
    return all;
  }

  /** The newest one. */
  public Optional<Release> latest() {
    return all.stream().findFirst();
  }

  /** The one of a day, as it is written in addresses. */
  public Optional<Release> of(String day) {
    return all.stream().filter(release -> release.day().toString().equals(day)).findFirst();
  }
}
