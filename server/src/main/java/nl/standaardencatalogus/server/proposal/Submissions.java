package nl.standaardencatalogus.server.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.file.WholeFile;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The submissions, a file each. They are no records: what is in one is in no query, feed or dump. A
 * file that cannot be read is left out. Safe for use by several threads.
 */
public final class Submissions {
  private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

  /** That wait, of one author. */
  private static final int MOST_WAITING = 300;

  private static final int LONGEST = 4 << 20;

  /** Of what says what a whole release says. */
  private static final int LONGEST_WHOLE = 64 << 20;

  /** How much longer an answer may make what is there already. */
  private static final int ROOM = 64 << 10;

  private static final String SUFFIX = ".json";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final int most;
  private final int mostOfAnybody;

  /** What was read of a file, which is true as long as the file is the same. */
  private final Map<Path, Known> known = new HashMap<>();

  private record Known(FileTime written, Object key, Optional<Submission> submission) {}

  /**
   * The submissions in a folder, which is made with the first one.
   *
   * @param mostOfAnybody so many of who is not known here may wait for an answer
   */
  public Submissions(Path folder, int mostOfAnybody) {
    this(folder, MOST_WAITING, mostOfAnybody);
  }

  Submissions(Path folder, int most, int mostOfAnybody) {
    this.folder = folder;
    this.most = most;
    this.mostOfAnybody = mostOfAnybody;
  }

  /** An id that no submission has. */
  public static String freshId() {
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Keeps one; false when its author has too many that are not answered, or it is too long. */
  public synchronized boolean keep(Submission submission) {
    return keep(submission, LONGEST);
  }

  /** The same for what an editor took from a whole release, which may be much longer. */
  public synchronized boolean keepWhole(Submission submission) {
    return keep(submission, LONGEST_WHOLE);
  }

  private boolean keep(Submission submission, long longest) {
    if (submission.verdict() == null) {
      long others =
          all(it ->
                  it.verdict() == null
                      && !it.id().equals(submission.id())
                      && isSame(it.author(), submission.author()))
              .size();
      if (others >= (submission.author().isPublic() ? mostOfAnybody : most)) {
        return false;
      }
    }
    byte[] written = json(submission).toString().getBytes(StandardCharsets.UTF_8);
    Path file = file(submission.id());
    try {
      // What was taken in stays as long as it is: it can be answered, and taken back.
      long there = Files.exists(file) ? Files.size(file) + ROOM : 0;
      if (written.length > Math.max(longest, Math.min(there, LONGEST_WHOLE))) {
        return false;
      }
      Files.createDirectories(folder);
      WholeFile.writeSecret(file, written);
      known.remove(file);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The submission cannot be kept in " + file, e);
    }
  }

  private static boolean isSame(Author one, Author other) {
    return one.isPublic() ? other.isPublic() : one.isSame(other);
  }

  /** The one with this id. */
  public synchronized Optional<Submission> of(String id) {
    return id.matches("[0-9a-f]{16}") ? read(file(id)) : Optional.empty();
  }

  /** All that are wanted, the newest first. */
  public synchronized List<Submission> all(Predicate<Submission> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .flatMap(file -> read(file).stream())
          .filter(wanted)
          .sorted(Comparator.comparing(Submission::at).reversed().thenComparing(Submission::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The submissions in " + folder + " cannot be listed", e);
    }
  }

  /** Throws one away, if it is there. */
  public synchronized void drop(Submission submission) {
    try {
      Files.deleteIfExists(file(submission.id()));
      known.remove(file(submission.id()));
    } catch (IOException e) {
      throw new UncheckedIOException("A submission cannot be thrown away", e);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }

  private static JsonObject json(Submission submission) {
    JsonObject object = new JsonObject();
    object.put("id", submission.id());
    object.put("author", json(submission.author()));
    object.put("at", submission.at().toString());
    object.put("reason", submission.reason());
    object.put("open", submission.open());
    JsonArray changes = new JsonArray();
    submission
        .changes()
        .forEach(
            each -> {
              JsonObject change = new JsonObject();
              change.put("record", each.record().getURI());
              change.put("based", each.based());
              change.put("content", each.content());
              changes.add(change);
            });
    object.put("changes", changes);
    submission.origin().ifPresent(from -> object.put("from", from));
    if (submission.remark() != null) {
      Remark remark = submission.remark();
      JsonObject said = new JsonObject();
      if (remark.about() != null) {
        said.put("about", remark.about().getURI());
      }
      said.put("title", remark.title());
      said.put("description", remark.description());
      said.put("source", remark.source());
      object.put("remark", said);
    }
    if (submission.verdict() != null) {
      Verdict verdict = submission.verdict();
      JsonObject answer = new JsonObject();
      answer.put("by", json(verdict.by()));
      answer.put("at", verdict.at().toString());
      answer.put("reason", verdict.reason());
      answer.put("commit", verdict.commit());
      if (verdict.where() != null) {
        answer.put("where", verdict.where());
      }
      object.put("verdict", answer);
    }
    return object;
  }

  private static JsonObject json(Author author) {
    JsonObject object = new JsonObject();
    object.put("owner", author.owner());
    object.put("name", author.name());
    if (!author.isPublic()) {
      object.put("organisation", author.organisation().getURI());
    }
    return object;
  }

  private Optional<Submission> read(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Known before = known.get(file);
      if (before == null
          || !before.written().equals(now.lastModifiedTime())
          || !Objects.equals(before.key(), now.fileKey())) {
        before = new Known(now.lastModifiedTime(), now.fileKey(), parsed(file));
        known.put(file, before);
      }
      return before.submission();
    } catch (NoSuchFileException e) {
      known.remove(file);
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("The file {} cannot be read and is left out: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private static Optional<Submission> parsed(Path file) throws IOException {
    try {
      return Optional.of(submission(JSON.parse(Files.readString(file))));
    } catch (CharacterCodingException
        | JsonException
        | DateTimeParseException
        | NullPointerException
        | IllegalArgumentException e) {
      LOG.warn("The file {} is no submission and is left out: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private static Submission submission(JsonObject object) {
    List<Proposed> changes = new ArrayList<>();
    for (JsonValue each : object.get("changes").getAsArray()) {
      JsonObject change = each.getAsObject();
      Node record = NodeFactory.createURI(change.getString("record"));
      if (!Iris.canBeRecord(record)) {
        throw new JsonException(record + " is no record");
      }
      changes.add(
          new Proposed(record, change.getNumber("based").longValue(), change.getString("content")));
    }
    return new Submission(
        object.getString("id"),
        author(object.getObj("author")),
        Instant.parse(object.getString("at")),
        object.getString("reason"),
        object.getBoolean("open"),
        changes,
        object.hasKey("remark") ? remark(object.getObj("remark")) : null,
        object.hasKey("from") ? object.getString("from") : null,
        object.hasKey("verdict") ? verdict(object.getObj("verdict")) : null);
  }

  private static Author author(JsonObject object) {
    return new Author(
        object.getString("owner"),
        object.getString("name"),
        object.hasKey("organisation")
            ? NodeFactory.createURI(object.getString("organisation"))
            : null);
  }

  private static Remark remark(JsonObject object) {
    return new Remark(
        object.hasKey("about") ? NodeFactory.createURI(object.getString("about")) : null,
        object.getString("title"),
        object.getString("description"),
        object.getString("source"));
  }

  private static Verdict verdict(JsonObject object) {
    return new Verdict(
        author(object.getObj("by")),
        Instant.parse(object.getString("at")),
        object.getString("reason"),
        object.getNumber("commit").longValue(),
        object.hasKey("where") ? object.getString("where") : null);
  }
}
