package nl.standaardencatalogus.server.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Denial;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.ApiVersion;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.graph.Node;

/**
 * Many declarations at once, posted to the list of them: all become one commit, or none does.
 *
 * <p>A record that is not there is new, and one that says what is there already is no change. One
 * that changes what is there needs {@code basedOn}, the number of the state that it was made from
 * (every list and every receipt has that): when the record changed since, nothing is recorded. That
 * holds record by record, so what others declare meanwhile is no hindrance. A precondition on the
 * list itself would be: it changes with every commit.
 *
 * <p>What is asked for is a state, so asking twice makes no difference: {@link KeptAnswers} may
 * have the work done again when it does not know how it ended.
 */
final class Batch {
  static final String PATH = ApiVersion.PATH + "/declarations";

  private static final Pattern KEY = Pattern.compile("\"([ !#-\\[\\]-~]{1,255})\"|([!#-~]{1,255})");

  private final Supplier<Snapshot> now;
  private final Function<Node, Optional<Tombstone>> tombstones;
  private final Writes writes;
  private final KeptAnswers kept;

  Batch(
      Supplier<Snapshot> now,
      Function<Node, Optional<Tombstone>> tombstones,
      Writes writes,
      KeptAnswers kept) {
    this.now = now;
    this.tombstones = tombstones;
    this.writes = writes;
    this.kept = kept;
  }

  void routes(JavalinConfig config) {
    config.routes.post(PATH, this::post);
  }

  /** What somebody wants, all of it or nothing. */
  private record Wish(
      Principal principal, String reason, long basedOn, boolean dryRun, List<Change> changes) {}

  private void post(Context context) {
    Principal principal = writes.principal(context);
    Parameters parameters = new Parameters(context);
    boolean dryRun = parameters.yes("dryRun");
    Optional<String> reason = parameters.text("reason");
    long basedOn = parameters.number("basedOn", 0, Long.MAX_VALUE / 10);
    if (basedOn > now.get().sequence()) {
      parameters.wrong("basedOn", "There is no state " + basedOn + " yet.");
    }
    parameters.end();
    String key = dryRun ? null : key(context);
    List<Change> changes = writes.body(context);
    requireDeclarations(changes);
    String why = Writes.reason(reason, principal, "Opgaven gedaan");
    Wish wish = new Wish(principal, why, basedOn, dryRun, changes);
    send(
        context,
        dryRun
            ? answer(wish)
            : kept.answer(Writes.name(principal), key, fingerprint(context), () -> answer(wish)));
  }

  private static String key(Context context) {
    String header = context.header("Idempotency-Key");
    if (header == null) {
      throw new ProblemException(
          400,
          "Send a key of your own choice in Idempotency-Key, such as a UUID: with the same key you"
              + " may send the same again when you hear nothing.");
    }
    Matcher key = KEY.matcher(header.strip());
    if (!key.matches()) {
      throw new ProblemException(
          400, "Idempotency-Key must be a text of at most 255 signs of ASCII, in quotes.");
    }
    return key.group(1) == null ? key.group(2) : key.group(1);
  }

  private static String fingerprint(Context context) {
    return CanonicalGraph.sha256(
        context.queryString()
            + "\n"
            + context.contentType()
            + "\n"
            + new String(context.bodyAsBytes(), StandardCharsets.ISO_8859_1));
  }

  private static void requireDeclarations(List<Change> changes) {
    List<Map<String, String>> others =
        changes.stream()
            .map(Change::record)
            .filter(record -> Iris.kindOf(record).filter(ThingKind.DECLARATION::equals).isEmpty())
            .map(record -> Map.of("record", record.getURI()))
            .toList();
    if (!others.isEmpty()) {
      throw new ProblemException(
          Problem.of(422, "Only declarations can be sent here; \"records\" says what is none.")
              .with("records", others));
    }
  }

  private static void send(Context context, KeptAnswers.Answer answer) {
    context.header("Cache-Control", "no-store");
    context.status(answer.status());
    if (!answer.location().isEmpty()) {
      context.header("Location", answer.location());
    }
    context.contentType("application/json").result(answer.body());
  }

  private KeptAnswers.Answer answer(Wish wish) {
    Snapshot state = now.get();
    List<Change> based = new ArrayList<>();
    Map<Node, Snapshot.Current> unchanged = new LinkedHashMap<>();
    List<Map<String, String>> hindrances = new ArrayList<>();
    for (Change change : wish.changes()) {
      Optional<Snapshot.Current> current = state.current(change.record());
      if (current.filter(is -> isSame(change, is)).isPresent()) {
        unchanged.put(change.record(), current.get());
      }
      changedSince(change, current, unchanged, wish.basedOn())
          .ifPresent(commit -> hindrances.add(hindrance(change.record(), commit)));
      based.add(change.basedOn(current.map(Snapshot.Current::revision).orElse(0L)));
    }
    if (!hindrances.isEmpty()) {
      throw new ProblemException(hindered(wish, hindrances));
    }
    Outcome outcome = writes.outcome(wish.principal(), wish.reason(), based, wish.dryRun());
    if (outcome instanceof Outcome.Recorded recorded) {
      Commit commit = recorded.commit();
      byte[] receipt = Answers.receipt(commit, recorded.report(), wish.dryRun(), unchanged);
      return wish.dryRun()
          ? answered(200, "", receipt)
          : answered(201, "/doc/commit/" + commit.number(), receipt);
    }
    if (outcome instanceof Outcome.Unchanged) {
      return answered(200, "", Answers.nothingToDo(unchanged, wish.dryRun()));
    }
    List<Denial> denials = outcome instanceof Outcome.Denied ? denials(wish, state) : List.of();
    throw new ProblemException(
        denials.isEmpty() ? Answers.problem(outcome) : Answers.denied(denials));
  }

  private static List<Denial> denials(Wish wish, Snapshot state) {
    Permissions permissions = new Permissions(wish.principal(), state.graph(), state.day());
    return wish.changes().stream()
        .flatMap(change -> permissions.denial(List.of(change)).stream())
        .toList();
  }

  private static KeptAnswers.Answer answered(int status, String location, byte[] body) {
    return new KeptAnswers.Answer(status, location, new String(body, StandardCharsets.UTF_8));
  }

  private static boolean isSame(Change change, Snapshot.Current current) {
    String content = CanonicalGraph.write(change.record(), change.graph());
    return CanonicalGraph.sha256(content).equals(current.contentHash());
  }

  /** The commit that the sender of a change cannot have known of; empty when he may make it. */
  private Optional<Long> changedSince(
      Change change,
      Optional<Snapshot.Current> current,
      Map<Node, Snapshot.Current> unchanged,
      long basedOn) {
    if (unchanged.containsKey(change.record())) {
      return Optional.empty();
    }
    Optional<Long> commit =
        current
            .map(Snapshot.Current::commit)
            // Who sends a new one need not know what was withdrawn; who based it on a state must.
            .or(
                () ->
                    basedOn == 0
                        ? Optional.empty()
                        : tombstones.apply(change.record()).map(gone -> gone.commit().number()));
    return commit.filter(number -> number > basedOn);
  }

  private static Map<String, String> hindrance(Node record, long commit) {
    Map<String, String> hindrance = new LinkedHashMap<>();
    hindrance.put("record", record.getURI());
    hindrance.put("commit", Iris.commit(commit).getURI());
    return hindrance;
  }

  private static Problem hindered(Wish wish, List<Map<String, String>> hindrances) {
    Problem problem =
        wish.basedOn() == 0
            ? Problem.of(
                428,
                "\"records\" says what is there already and would be changed. Say with basedOn the"
                    + " sequence of the state that you made your changes from.")
            : Problem.of(
                412,
                "\"records\" says what changed after the state "
                    + wish.basedOn()
                    + ": get it, and make your change in that.");
    return problem.with("records", hindrances);
  }
}
