package nl.standaardencatalogus.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.file.WholeFile;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers to requests with an {@code Idempotency-Key}: a file each, for a day, so that who
 * heard no answer can ask again and gets the first one (draft-ietf-httpapi-idempotency-key-header).
 * Safe for use by several threads; one server for each folder.
 *
 * <p>Before a request is worked on its file says so. When the server dies before the answer is in
 * it, the work is done again when the client comes back: only what may be done twice without
 * difference belongs here. A refusal changed nothing, so it does not use the key up.
 */
final class KeptAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final Clock clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  /** The answers in a folder, which is made with the first one. */
  KeptAnswers(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * What was answered.
   *
   * @param location where to find what was made; empty for nothing
   */
  record Answer(int status, String location, String body) {}

  /**
   * What a file says.
   *
   * @param fingerprint of the request
   * @param answer null while there is none
   */
  private record Entry(Instant made, String fingerprint, Answer answer) {}

  /**
   * The answer to a request: the first one when it was answered before, else that of the work.
   *
   * @param client who asks; the keys of others are not his
   * @param fingerprint differs for every other request
   * @throws ProblemException 409 while it is worked on, 422 when the key was that of another
   *     request, or what the work throws
   */
  Answer answer(String client, String key, String fingerprint, Supplier<Answer> work) {
    sweep();
    String name = CanonicalGraph.sha256(client + "\n" + key);
    if (!running.add(name)) {
      throw new ProblemException(
          409, "The request with this Idempotency-Key is still being worked on; ask again later.");
    }
    try {
      Optional<Entry> known = read(name);
      if (known.isPresent() && !known.get().fingerprint().equals(fingerprint)) {
        throw new ProblemException(
            422, "This Idempotency-Key was that of another request; take a new key for each.");
      }
      return known.isPresent() && known.get().answer() != null
          ? known.get().answer()
          : worked(name, fingerprint, known.isPresent(), work);
    } finally {
      running.remove(name);
    }
  }

  private Answer worked(
      String name, String fingerprint, boolean begunBefore, Supplier<Answer> work) {
    Instant made = clock.instant();
    keep(name, new Entry(made, fingerprint, null));
    Answer answer;
    try {
      answer = work.get();
    } catch (ProblemException e) {
      if (!begunBefore) {
        forget(file(name));
      }
      throw e;
    }
    try {
      keep(name, new Entry(made, fingerprint, answer));
    } catch (UncheckedIOException e) {
      // The work stands, and doing it again makes no difference.
      LOG.error("The answer {} is not kept", name, e);
    }
    return answer;
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  private Optional<Entry> read(String name) {
    try {
      JsonObject object = JSON.parse(Files.readString(file(name)));
      Instant made = Instant.parse(object.getString("made"));
      Answer answer =
          object.hasKey("body")
              ? new Answer(
                  object.getNumber("status").intValue(),
                  object.getString("location"),
                  object.getString("body"))
              : null;
      return Optional.of(new Entry(made, object.getString("fingerprint"), answer))
          .filter(entry -> made.plus(LIFETIME).isAfter(clock.instant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JsonParseException e) {
      throw new IllegalStateException("The answer in " + file(name) + " cannot be read", e);
    }
  }

  private void keep(String name, Entry entry) {
    JsonObject object = new JsonObject();
    object.put("made", entry.made().toString());
    object.put("fingerprint", entry.fingerprint());
    if (entry.answer() != null) {
      object.put("status", entry.answer().status());
      object.put("location", entry.answer().location());
      object.put("body", entry.answer().body());
    }
    try {
      Files.createDirectories(folder);
      WholeFile.write(file(name), object.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The answer cannot be kept in " + file(name), e);
    }
  }

  /** Takes away what is too old, now and then. */
  private void sweep() {
    Instant now = clock.instant();
    Instant last = swept.get();
    if (now.isBefore(last.plus(BETWEEN_SWEEPS)) || !swept.compareAndSet(last, now)) {
      return;
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> all = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        for (Path file : all) {
          if (Files.getLastModifiedTime(file).toInstant().plus(LIFETIME).isBefore(now)) {
            forget(file);
          }
        }
      } catch (IOException e) {
        LOG.warn("Old answers in {} are left lying", folder, e);
      }
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The answer in {} is left lying", file, e);
    }
  }
}
