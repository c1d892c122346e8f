package nl.standaardencatalogus.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.account.Key;
import nl.standaardencatalogus.server.account.Keys;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands out keys to organisations, lists them and takes them back, also while the server runs. */
@Command(
    name = "key",
    description = "Hand out keys with which organisations may write, list them, take them back.",
    mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {
  private static final int USUAL_DAYS = 365;

  private final Console console;

  KeyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new BadInput("Say what to do with keys: create, list or revoke; --help explains.");
  }

  private Keys keys(Folder folder) {
    return new Keys(folder.settings(console).data().resolve("keys"));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Validity.ZONE).toInstant();
  }

  @Command(
      name = "create",
      description = {
        "Make a key for a program, or with --login one for people, and print it. It is shown this"
            + " once; the catalogue keeps no more than a hash."
      },
      mixinStandardHelpOptions = true)
  int create(
      @Mixin Folder folder,
      @Option(
              names = "--organisation",
              required = true,
              paramLabel = "IRI",
              description =
                  "The organisation in the catalogue that answers for what is written with it; for"
                      + " the role municipality a municipality.")
          String organisation,
      @Option(
              names = "--role",
              required = true,
              split = ",",
              paramLabel = "ROLE",
              description =
                  "municipality, cooperation, preparer, editor, secretariat, maintainer or admin.")
          List<String> roles,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "TEXT",
              description = "The role or program that uses it; public, so never a person's name.")
          String name,
      @Option(
              names = "--expires",
              paramLabel = "DAY",
              description = "The day on which it stops; a year from now when not given.")
          String expires,
      @Option(
              names = "--login",
              paramLabel = "ID",
              description =
                  "For people: what they log in as, such as gm0363. Prints a password; one that was"
                      + " there under this id is replaced.")
          String login) {
    Node answering = NodeFactory.createURI(organisation);
    if (!Iris.canBeRecord(answering)) {
      throw new BadInput(
          organisation
              + " is no organisation; give an IRI such as "
              + Iris.municipality("gm0363").getURI());
    }
    if (name.isBlank()) {
      throw new BadInput("Say with --name which role or program uses the key.");
    }
    Instant now = Instant.now();
    Instant end = expires == null ? now.plusSeconds(USUAL_DAYS * 86_400L) : start(day(expires));
    if (!end.isAfter(now)) {
      throw new BadInput("--expires " + expires + " has been; give a day to come.");
    }
    if (login != null && !Keys.canBeId(login)) {
      throw new BadInput(
          "--login " + login + " cannot be: take at most 40 small letters, digits and hyphens.");
    }
    Keys keys = keys(folder);
    if (login != null && keys.withId(login).filter(key -> !key.isForPeople()).isPresent()) {
      throw new BadInput("--login " + login + " is the id of a program's key; take another.");
    }
    Set<Role> granted = roles(roles);
    if (login != null) {
      keys.withId(login)
          .filter(key -> !key.organisation().equals(organisation))
          .ifPresent(
              key ->
                  console
                      .err()
                      .println(
                          "Beware: "
                              + login
                              + " answered for "
                              + key.organisation()
                              + " until now."));
    }
    new KnownOrganisation(folder.settings(console).data(), console).require(answering, granted);
    Keys.Made made =
        login == null
            ? keys.make(name.strip(), organisation, granted, now, end)
            : keys.makeForPeople(login, name.strip(), organisation, granted, now, end);
    console.err().println("Key " + made.key().id() + ", good until " + made.key().expires() + ":");
    console.out().println(made.text());
    return Exit.OK;
  }

  private static Set<Role> roles(List<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      roles.add(
          Role.named(name)
              .orElseThrow(
                  () ->
                      new BadInput(
                          name
                              + " is no role; there are "
                              + EnumSet.allOf(Role.class).stream()
                                  .map(Role::text)
                                  .collect(Collectors.joining(", ")))));
    }
    return roles;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadInput("--expires " + text + " is no day; write it as 2027-12-31.");
    }
  }

  @Command(name = "list", description = "List all keys.", mixinStandardHelpOptions = true)
  int list(@Mixin Folder folder) {
    Instant now = Instant.now();
    for (Key key : keys(folder).all()) {
      console
          .out()
          .printf(
              "%s  %s  %s  %s  %s  %s%n",
              key.id(),
              state(key, now),
              key.expires(),
              key.roles().stream().sorted().map(Role::text).collect(Collectors.joining(",")),
              key.organisation(),
              key.name());
    }
    return Exit.OK;
  }

  private static String state(Key key, Instant now) {
    if (key.revoked() != null) {
      return "revoked";
    }
    return key.isGood(now) ? "good   " : "expired";
  }

  @Command(
      name = "revoke",
      description = "Take a key back: from now on it opens nothing.",
      mixinStandardHelpOptions = true)
  int revoke(
      @Mixin Folder folder,
      @Parameters(paramLabel = "ID", description = "The id that list shows.") String id) {
    Key key =
        keys(folder)
            .revoke(id, Instant.now())
            .orElseThrow(() -> new BadInput("There is no key " + id + "; list shows which are."));
    console.out().println("Key " + key.id() + " opens nothing since " + key.revoked() + ".");
    return Exit.OK;
  }
}
