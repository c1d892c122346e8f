package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/**
 * Writes releases. One comes into being in a folder with another name, is forced to the disk, and
 * gets its own name in one step: what has the name of a release is whole.
 */
final class ReleaseWriter {
  private static final String PART = ".part";
  private static final List<Packing> PACKINGS = List.of(Packing.values());

  private final Path folder;
  private final SigningKey key;
  private final Node publisher;

  ReleaseWriter(Path folder, SigningKey key, Node publisher) {
    this.folder = folder;
    this.key = key;
    this.publisher = publisher;
  }

  /**
   * Writes the release of a day.
   *
   * @param state the state at the end of it
   * @throws IOException when the disk does not take it; what is left of it is whole, or nothing
   */
  Release write(
      LocalDate day, Snapshot state, Optional<Release.Previous> previous, Content.Patience patience)
      throws IOException {
    tidy();
    Path draft = folder.resolve(day + PART);
    Path place = folder.resolve(day.toString());
    if (Files.exists(place)) {
      // An attempt that failed after the folder had its name: what it holds is whole.
      HashedFile.force(folder);
      return Release.read(place, day);
    }
    try {
      Files.createDirectories(draft);
      fill(draft, day, state, previous, patience);
      HashedFile.force(draft);
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
      HashedFile.force(folder);
    } finally {
      delete(draft);
    }
    return Release.read(place, day);
  }

  private void fill(
      Path draft,
      LocalDate day,
      Snapshot state,
      Optional<Release.Previous> previous,
      Content.Patience patience)
      throws IOException {
    Packed quads = new Packed(draft, day, Syntax.N_QUADS, PACKINGS);
    Packed turtle;
    Content content;
    try (quads) {
      turtle = new Packed(draft, day, Syntax.TURTLE, PACKINGS);
      try (turtle) {
        content = Content.write(state, new Content.Outlets(quads, turtle), patience);
      }
    }
    Map<String, String> sums = new TreeMap<>();
    List<ReleaseDescription.Data> files = new ArrayList<>();
    for (Packing packing : PACKINGS) {
      files.add(data(draft, day, Syntax.N_QUADS, packing, quads.sum(packing)));
      files.add(data(draft, day, Syntax.TURTLE, packing, turtle.sum(packing)));
    }
    files.forEach(
        file -> sums.put(ReleaseFiles.data(day, file.syntax(), file.packing()), file.sha256()));
    sums.put(ReleaseFiles.canonical(day), content.canonical());
    String description = ReleaseDescription.write(day, state, content, files, previous, publisher);
    Map<String, String> texts =
        Map.of(
            ReleaseFiles.DESCRIPTION,
            description,
            ReleaseFiles.GRAPHS,
            graphs(state),
            ReleaseFiles.KEY,
            key.publicPem());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
      sums.put(text.getKey(), HashedFile.write(draft.resolve(text.getKey()), bytes));
    }
    byte[] list = Sums.write(sums).getBytes(StandardCharsets.UTF_8);
    HashedFile.write(draft.resolve(ReleaseFiles.SUMS), list);
    HashedFile.write(draft.resolve(ReleaseFiles.SIGNATURE), key.sign(list));
  }

  private static ReleaseDescription.Data data(
      Path draft, LocalDate day, Syntax syntax, Packing packing, String sum) throws IOException {
    long bytes = Files.size(draft.resolve(ReleaseFiles.data(day, syntax, packing)));
    return new ReleaseDescription.Data(syntax, packing, bytes, sum);
  }

  /** The hash of each record's graph is known already: it is in the log, with the revision. */
  private static String graphs(Snapshot state) {
    Map<String, String> graphs = new TreeMap<>();
    state
        .records()
        .forEach(
            record ->
                graphs.put(record.getURI(), state.current(record).orElseThrow().contentHash()));
    return Sums.write(graphs);
  }

  /** Removes what an attempt left that was ended by a crash. */
  private void tidy() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path left : all.filter(path -> path.toString().endsWith(PART)).toList()) {
        delete(left);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
