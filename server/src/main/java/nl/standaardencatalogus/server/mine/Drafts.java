package nl.standaardencatalogus.server.mine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.file.WholeFile;
import nl.standaardencatalogus.server.form.Typed;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forms that somebody has not sent yet: a file each, below the name of its owner. They are no
 * records: nobody else sees them, and the rules have not looked at them.
 */
public final class Drafts {
  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
  private static final int MOST = 200;
  private static final int LONGEST = 64 << 10;
  private static final List<String> KEYS = List.of("record", "based", "fields");
  private static final String SUFFIX = ".json";

  private final Path folder;

  /** The drafts in a folder, which is made with the first one. */
  public Drafts(Path folder) {
    this.folder = folder;
  }

  /**
   * A form as it was left.
   *
   * @param record what it is about
   * @param based the number of the revision that it began with; 0 for a new record
   */
  record Draft(Node record, long based, Typed typed) {}

  /**
   * Keeps a draft in the place of the one about the same record; false when there are too many or
   * it is too long.
   */
  synchronized boolean keep(String owner, Draft draft) {
    Path file = file(owner, draft.record());
    if (!Files.exists(file) && of(owner).size() >= MOST) {
      return false;
    }
    JsonObject object = new JsonObject();
    object.put("record", draft.record().getURI());
    object.put("based", draft.based());
    object.put("fields", json(draft.typed()));
    byte[] written = object.toString().getBytes(StandardCharsets.UTF_8);
    if (written.length > LONGEST) {
      return false;
    }
    try {
      Files.createDirectories(file.getParent());
      WholeFile.writeSecret(file, written);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The draft cannot be kept in " + file, e);
    }
  }

  /** What stands in the fields of a form, as it is kept. */
  static JsonObject json(Typed typed) {
    JsonObject fields = new JsonObject();
    typed.all().forEach((name, texts) -> fields.put(name, array(texts)));
    return fields;
  }

  /** The same, read again. */
  static Typed typed(JsonObject kept) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String name : kept.keys()) {
      List<String> texts = new ArrayList<>();
      kept.getArray(name).forEach(text -> texts.add(text.getAsString().value()));
      fields.put(name, texts);
    }
    return Typed.of(fields);
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** The draft of somebody about a record. */
  Optional<Draft> of(String owner, Node record) {
    return read(file(owner, record));
  }

  /** All drafts of somebody. */
  List<Draft> of(String owner) {
    Path own = folder.resolve(owner);
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The drafts in " + own + " cannot be listed", e);
    }
  }

  /** Throws a draft away, if there is one. */
  void drop(String owner, Node record) {
    Path file = file(owner, record);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The draft in " + file + " cannot be thrown away", e);
    }
  }

  /**
   * Named by a hash: what people type never becomes a path. An owner is as his session names him.
   */
  private Path file(String owner, Node record) {
    return folder
        .resolve(owner)
        .resolve(CanonicalGraph.sha256(record.getURI()).substring(0, 32) + SUFFIX);
  }

  private static Optional<Draft> read(Path file) {
    try {
      JsonObject object = JSON.parse(Files.readString(file));
      if (!KEYS.stream().allMatch(object::hasKey)) {
        throw new JsonException("it is no draft");
      }
      return Optional.of(
          new Draft(
              NodeFactory.createURI(object.getString("record")),
              object.getNumber("based").longValue(),
              typed(object.getObj("fields"))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JsonException | NullPointerException e) {
      // Jena's reader of JSON throws the last one at a text that ends too early.
      LOG.warn("The draft in {} cannot be read; it is as none: {}", file, e.toString());
      return Optional.empty();
    }
  }
}
