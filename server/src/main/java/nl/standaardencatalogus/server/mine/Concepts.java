package nl.standaardencatalogus.server.mine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.file.WholeFile;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.NodeFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Declarations that wait for a municipality to take them over: a file each, below its code. They
 * are no records: only the municipality and who put one ready see it, so that nobody can have the
 * catalogue tell the world what he says of another. A file that cannot be read is left out. Safe
 * for use by several threads.
 */
public final class Concepts {
  private static final Logger LOG = LoggerFactory.getLogger(Concepts.class);

  /** For one municipality. */
  private static final int MOST = 1000;

  private static final int LONGEST = 64 << 10;
  private static final List<String> KEYS =
      List.of("record", "owner", "name", "organisation", "at", "note", "based", "fields");
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final int most;

  /** The concepts in a folder, which is made with the first one. */
  public Concepts(Path folder) {
    this(folder, MOST);
  }

  Concepts(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * Keeps one in the place of what the same had put ready about the same record; false when there
   * are too many or it is too long.
   */
  synchronized boolean keep(Concept concept) {
    List<Concept> there =
        read(files(folder.resolve(concept.about().code())))
            .filter(it -> !it.id().equals(concept.id()))
            .toList();
    List<Concept> others = there.stream().filter(it -> !it.replaces(concept)).toList();
    List<Concept> answered = others.stream().filter(it -> !it.waits()).toList();
    int waiting = others.size() - answered.size();
    if (waiting >= most || !written(concept, LONGEST)) {
      return false;
    }
    there.stream().filter(it -> it.replaces(concept)).forEach(this::drop);
    // Of the answered ones those make room that were put ready longest ago.
    answered.stream().skip(most - waiting - 1).forEach(this::drop);
    return true;
  }

  /** Refuses one; false when it no longer waits, as another took its place or took it over. */
  synchronized boolean reject(Concept concept, String why) {
    return of(concept.about().code(), concept.id()).filter(Concept::waits).isPresent()
        && written(concept.rejected(why), 2 * LONGEST);
  }

  /** Says by which revision one was taken over, for who put it ready. */
  synchronized void take(Concept concept, long revision) {
    if (of(concept.about().code(), concept.id()).isPresent()) {
      written(concept.taken(revision), 2 * LONGEST);
    }
  }

  private boolean written(Concept concept, int longest) {
    Path file = file(concept.about().code(), concept.id());
    JsonObject object = new JsonObject();
    object.put("record", concept.record().getURI());
    object.put("owner", concept.owner());
    object.put("name", concept.name());
    object.put("organisation", concept.organisation().getURI());
    object.put("at", concept.at().toString());
    object.put("note", concept.note());
    object.put("based", concept.based());
    object.put("fields", Drafts.json(concept.typed()));
    if (concept.rejected() != null) {
      object.put("rejected", concept.rejected());
    }
    if (concept.taken() > 0) {
      object.put("taken", concept.taken());
    }
    byte[] written = object.toString().getBytes(StandardCharsets.UTF_8);
    if (written.length > longest) {
      return false;
    }
    try {
      Files.createDirectories(file.getParent());
      WholeFile.writeSecret(file, written);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The concept cannot be kept in " + file, e);
    }
  }

  /** The one with this id, for a municipality by its code. */
  Optional<Concept> of(String code, String id) {
    return id.matches("[0-9a-f]{32}") ? read(file(code, id)) : Optional.empty();
  }

  /** All that wait for a municipality, the newest first. */
  List<Concept> waitingFor(String code) {
    return read(files(folder.resolve(code))).filter(Concept::waits).toList();
  }

  /** All that a key has put ready, answered ones too, the newest first. */
  List<Concept> by(String owner) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> municipalities = Files.list(folder)) {
      return read(municipalities.flatMap(each -> files(each).stream()).toList())
          .filter(it -> it.owner().equals(owner))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The concepts in " + folder + " cannot be listed", e);
    }
  }

  /** Throws one away, if it is there. */
  synchronized void drop(Concept concept) {
    Path file = file(concept.about().code(), concept.id());
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The concept in " + file + " cannot be thrown away", e);
    }
  }

  private Path file(String code, String id) {
    return folder.resolve(code).resolve(id + SUFFIX);
  }

  private static List<Path> files(Path below) {
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(below)) {
      return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The concepts in " + below + " cannot be listed", e);
    }
  }

  private static Stream<Concept> read(List<Path> files) {
    return files.stream()
        .flatMap(file -> read(file).stream())
        .sorted(Comparator.comparing(Concept::at).reversed().thenComparing(it -> it.id()));
  }

  private static boolean isDeclaration(String iri) {
    return Iris.standardOf(NodeFactory.createURI(iri)).isPresent();
  }

  private static Optional<Concept> read(Path file) {
    try {
      JsonObject object = JSON.parse(Files.readString(file));
      if (!KEYS.stream().allMatch(object::hasKey) || !isDeclaration(object.getString("record"))) {
        throw new JsonException("it is no concept");
      }
      return Optional.of(
          new Concept(
              NodeFactory.createURI(object.getString("record")),
              object.getString("owner"),
              object.getString("name"),
              NodeFactory.createURI(object.getString("organisation")),
              Instant.parse(object.getString("at")),
              object.getString("note"),
              object.getNumber("based").longValue(),
              Drafts.typed(object.getObj("fields")),
              object.hasKey("rejected") ? object.getString("rejected") : null,
              object.hasKey("taken") ? object.getNumber("taken").longValue() : 0));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JsonException | DateTimeParseException | NullPointerException e) {
      // Jena's reader of JSON throws the last one at a text that ends too early.
      LOG.warn("The concept in {} cannot be read; the others can: {}", file, e.toString());
      return Optional.empty();
    }
  }
}
