package nl.standaardencatalogus.server.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.server.file.WholeFile;
import nl.standaardencatalogus.server.source.Fetched.Validators;
import nl.standaardencatalogus.server.source.Standing.Agreed;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the catalogue stands with each source: a file each, by the code of the municipality. A file
 * that cannot be read is as none: what the catalogue took over is in the log. One writer at a time.
 */
final class Standings {
  private static final Logger LOG = LoggerFactory.getLogger(Standings.class);

  private final Path folder;

  /** The standings in a folder, which is made with the first one. */
  Standings(Path folder) {
    this.folder = folder;
  }

  /** Where it stands with a source; what is known of another address of it does not count. */
  Standing of(OwnSource source) {
    Path file = file(source);
    try {
      Standing standing = read(JSON.parse(Files.readString(file)));
      return standing.address().equals(source.address().toString())
          ? standing
          : Standing.none(source);
    } catch (NoSuchFileException e) {
      return Standing.none(source);
    } catch (IOException | JsonException | IllegalArgumentException | NullPointerException e) {
      LOG.warn("{} cannot be read; the source is asked for anew: {}", file, e.toString());
      return Standing.none(source);
    }
  }

  void keep(OwnSource source, Standing standing) {
    Path file = file(source);
    try {
      Files.createDirectories(folder);
      WholeFile.write(file, write(standing).toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The standing of a source cannot be kept in " + file, e);
    }
  }

  private Path file(OwnSource source) {
    return folder.resolve(source.code() + ".json");
  }

  private static JsonObject write(Standing standing) {
    JsonObject object = new JsonObject();
    object.put("address", standing.address());
    put(object, "attempted", standing.attempted());
    put(object, "succeeded", standing.succeeded());
    put(object, "ending", standing.ending() == null ? null : standing.ending().text());
    object.put("detail", standing.detail());
    object.put("taken", standing.taken());
    object.put("commit", standing.commit());
    object.put("hash", standing.hash());
    object.put("etag", standing.validators().etag());
    object.put("lastModified", standing.validators().lastModified());
    JsonArray asides = new JsonArray();
    standing.asides().forEach(aside -> asides.add(write(aside)));
    object.put("asides", asides);
    object.put("asideInAll", standing.asideInAll());
    JsonObject agreed = new JsonObject();
    standing
        .agreedInOrder()
        .forEach(
            (record, it) -> {
              JsonObject one = new JsonObject();
              one.put("hash", it.hash());
              one.put("revision", it.revision());
              agreed.put(record, one);
            });
    object.put("agreed", agreed);
    return object;
  }

  private static void put(JsonObject object, String key, Object value) {
    if (value != null) {
      object.put(key, value.toString());
    }
  }

  private static JsonObject write(Aside aside) {
    JsonObject object = new JsonObject();
    object.put("about", aside.about());
    object.put("cause", aside.cause().text());
    JsonArray findings = new JsonArray();
    for (Aside.Words words : aside.findings()) {
      JsonObject both = new JsonObject();
      both.put("nl", words.nl());
      both.put("en", words.en());
      findings.add(both);
    }
    object.put("findings", findings);
    return object;
  }

  private static Standing read(JsonObject object) {
    List<Aside> asides = new ArrayList<>();
    object.getArray("asides").forEach(it -> asides.add(aside(it.getAsObject())));
    Map<String, Agreed> agreed = new HashMap<>();
    JsonObject kept = object.getObj("agreed");
    for (String record : kept.keys()) {
      JsonObject one = kept.getObj(record);
      agreed.put(record, new Agreed(one.getString("hash"), one.getNumber("revision").longValue()));
    }
    return new Standing(
        object.getString("address"),
        moment(object, "attempted"),
        moment(object, "succeeded"),
        object.hasKey("ending") ? Ending.named(object.getString("ending")) : null,
        object.getString("detail"),
        object.getNumber("taken").intValue(),
        object.getNumber("commit").longValue(),
        object.getString("hash"),
        new Validators(object.getString("etag"), object.getString("lastModified")),
        asides,
        object.getNumber("asideInAll").intValue(),
        agreed);
  }

  private static Instant moment(JsonObject object, String key) {
    return object.hasKey(key) ? Instant.parse(object.getString(key)) : null;
  }

  private static Aside aside(JsonObject object) {
    List<Aside.Words> findings = new ArrayList<>();
    object
        .getArray("findings")
        .forEach(
            it ->
                findings.add(
                    new Aside.Words(
                        it.getAsObject().getString("nl"), it.getAsObject().getString("en"))));
    return new Aside(
        object.getString("about"), Aside.Cause.named(object.getString("cause")), findings);
  }
}
