package nl.standaardencatalogus.server.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.server.file.WholeFile;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;

/**
 * The keys that were given out: a file each, which only the owner of the folder can read. A file is
 * looked at whenever its key is used, so that one that the command line makes or takes back counts
 * at once, also while the server runs. Keys are no records: what is in the log is everybody's.
 */
public final class Keys {
  private static final String SUFFIX = ".json";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Hash NOBODY = Hash.ofPassword(Secret.password());

  private final Path folder;

  /** The keys in a folder, which is made with the first one. */
  public Keys(Path folder) {
    this.folder = folder;
  }

  /** A key with the text that opens with it; who made it is the only one ever to see that. */
  public record Made(Key key, String text) {}

  /** Makes a key; when this returns it is on the disk. */
  public Made make(
      String name, String organisation, Set<Role> roles, Instant created, Instant expires) {
    Secret secret = Secret.random();
    return new Made(
        kept(secret.id(), name, organisation, roles, Hash.ofBits(secret.bits()), created, expires),
        secret.text());
  }

  /**
   * Makes a key for people: they log in with its id and the password that comes with it. One that
   * was there under that id is replaced, password and all.
   */
  public Made makeForPeople(
      String id,
      String name,
      String organisation,
      Set<Role> roles,
      Instant created,
      Instant expires) {
    if (!canBeId(id)) {
      throw new IllegalArgumentException("No key can be called " + id);
    }
    String password = Secret.password();
    return new Made(
        kept(id, name, organisation, roles, Hash.ofPassword(password), created, expires), password);
  }

  private Key kept(
      String id,
      String name,
      String organisation,
      Set<Role> roles,
      Hash hash,
      Instant created,
      Instant expires) {
    Key key =
        new Key(
            id,
            name,
            organisation,
            roles,
            hash,
            created.truncatedTo(ChronoUnit.SECONDS),
            expires.truncatedTo(ChronoUnit.SECONDS),
            null);
    keep(key);
    return key;
  }

  /** Whether something may be the id of a key: it becomes the name of a file. */
  public static boolean canBeId(String id) {
    return ID.matcher(id).matches();
  }

  /** Takes a key back; empty when there is none with that id. */
  public Optional<Key> revoke(String id, Instant moment) {
    Optional<Key> key = withId(id);
    if (key.isPresent() && key.get().revoked() == null) {
      key = key.map(known -> known.revoked(moment.truncatedTo(ChronoUnit.SECONDS)));
      key.ifPresent(this::keep);
    }
    return key;
  }

  /** All keys, the good and the others, in the order in which they were made. */
  public List<Key> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .flatMap(id -> withId(id).stream())
          .sorted(Comparator.comparing(Key::created).thenComparing(Key::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The keys in " + folder + " cannot be listed", e);
    }
  }

  /** The key that a text opens with now; empty when it is none, or no longer good. */
  public Optional<Key> opening(String text, Instant now) {
    return Secret.of(text)
        .flatMap(secret -> withId(secret.id()).filter(key -> key.hash().isOfBits(secret.bits())))
        .filter(key -> key.isGood(now));
  }

  /** The key that people log in with now by this id and password; empty when they are not right. */
  public Optional<Key> opening(String id, String password, Instant now) {
    Optional<Key> known = withId(id).filter(Key::isForPeople);
    // An id that is not there takes as long, so that nobody learns which are.
    boolean right = known.map(Key::hash).orElse(NOBODY).isOf(password);
    return known.filter(key -> right && key.isGood(now));
  }

  /** The key with this id, good or not. */
  public Optional<Key> withId(String id) {
    if (!canBeId(id)) {
      return Optional.empty();
    }
    Path file = folder.resolve(id + SUFFIX);
    try {
      return Optional.of(read(id, JSON.parse(Files.readString(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JsonParseException e) {
      throw new IllegalStateException("The key in " + file + " cannot be read", e);
    }
  }

  private static Key read(String id, JsonObject object) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    object
        .getArray("roles")
        .forEach(role -> roles.add(Role.named(role.getAsString().value()).orElseThrow()));
    return new Key(
        id,
        object.getString("name"),
        object.getString("organisation"),
        roles,
        Hash.read(object.getString("hash")),
        Instant.parse(object.getString("created")),
        Instant.parse(object.getString("expires")),
        object.hasKey("revoked") ? Instant.parse(object.getString("revoked")) : null);
  }

  private void keep(Key key) {
    JsonObject object = new JsonObject();
    object.put("name", key.name());
    object.put("organisation", key.organisation());
    JsonArray roles = new JsonArray();
    key.roles().stream().sorted().map(Role::text).forEach(roles::add);
    object.put("roles", roles);
    object.put("hash", key.hash().text());
    object.put("created", key.created().toString());
    object.put("expires", key.expires().toString());
    if (key.revoked() != null) {
      object.put("revoked", key.revoked().toString());
    }
    Path file = folder.resolve(key.id() + SUFFIX);
    try {
      Files.createDirectories(folder);
      WholeFile.writeSecret(file, object.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The key cannot be kept in " + file, e);
    }
  }
}
