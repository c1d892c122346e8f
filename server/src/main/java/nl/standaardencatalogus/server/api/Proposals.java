package nl.standaardencatalogus.server.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Annotations;
import nl.standaardencatalogus.server.http.ApiVersion;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.proposal.Author;
import nl.standaardencatalogus.server.proposal.Moderation;
import nl.standaardencatalogus.server.proposal.Moderation.Ending;
import nl.standaardencatalogus.server.proposal.Proposed;
import nl.standaardencatalogus.server.proposal.Submission;
import nl.standaardencatalogus.server.proposal.ThreeWays;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Proposals: anybody with a key hands in how records should be, and who may change these accepts or
 * rejects that, saying why. A proposal is no record, so only who handed it in and who answers it is
 * shown it.
 */
final class Proposals {
  static final String PATH = ApiVersion.PATH + "/proposals";

  static final Problem FULL =
      Problem.of(409, "Too many of your proposals wait for an answer, or this one is too long.");

  private static final String ONE = PATH + "/{proposal}";
  private static final String JSON = "application/json";
  private static final int USUAL_SIZE = 50;
  private static final int LARGEST_SIZE = 500;

  private final Supplier<Snapshot> now;
  private final Function<Node, Optional<Tombstone>> tombstones;
  private final Writes writes;
  private final Moderation moderation;

  Proposals(
      Supplier<Snapshot> now,
      Function<Node, Optional<Tombstone>> tombstones,
      Writes writes,
      Moderation moderation) {
    this.now = now;
    this.tombstones = tombstones;
    this.writes = writes;
    this.moderation = moderation;
  }

  void routes(JavalinConfig config) {
    Reads.add(config, PATH, this::list);
    config.routes.post(PATH, this::post);
    Reads.add(config, ONE, this::get);
    config.routes.post(ONE + "/acceptance", this::accept);
    config.routes.post(ONE + "/rejection", this::reject);
    config.routes.post(ONE + "/rebase", this::rebase);
    config.routes.post(ONE + "/withdrawal", this::withdraw);
    config.routes.delete(ONE, this::drop);
  }

  private void list(Context context) {
    Principal principal = writes.principal(context);
    Parameters parameters = new Parameters(context);
    Optional<Submission.State> state =
        parameters.text("state").flatMap(it -> state(parameters, it));
    long page = parameters.number("page", 1, Integer.MAX_VALUE);
    int size = (int) parameters.number("pageSize", USUAL_SIZE, LARGEST_SIZE);
    parameters.end();
    List<Submission> all =
        moderation.seen(Author.of(principal), principal).stream()
            .filter(it -> state.isEmpty() || state.get() == it.state())
            .toList();
    long pages = Math.max(1, (all.size() + size - 1L) / size);
    if (page > pages) {
      throw new ProblemException(
          404, "There is no page " + page + "; with this pageSize there are " + pages + ".");
    }
    Paging paging = new Paging(context, page, size, pages);
    context.header("Link", paging.links().header());
    send(context, ProposalJson.page(all, paging, moderation));
  }

  private static Optional<Submission.State> state(Parameters parameters, String text) {
    Optional<Submission.State> state =
        Stream.of(Submission.State.values())
            .filter(it -> ProposalJson.text(it).equals(text))
            .findFirst();
    if (state.isEmpty()) {
      parameters.wrong(
          "state", "It must be draft, open, accepted, rejected or done; it is " + text + ".");
    }
    return state;
  }

  private static void send(Context context, JsonObject body) {
    context.header("Cache-Control", "no-store");
    context.contentType(JSON).result(body.toString());
  }

  private Submission asked(Context context, Principal principal) {
    String id = context.pathParam("proposal");
    return moderation
        .seen(id, Author.of(principal), principal)
        .orElseThrow(
            () -> new ProblemException(404, "There is no proposal " + id + " that you may see."));
  }

  private void get(Context context) {
    Principal principal = writes.principal(context);
    new Parameters(context).end();
    send(context, asked(context, principal));
  }

  private void send(Context context, Submission submission) {
    context.header("ETag", tag(submission));
    send(context, ProposalJson.whole(submission, moderation));
  }

  private static String tag(Submission submission) {
    return '"' + submission.seal() + '"';
  }

  // Handing in

  private void post(Context context) {
    Principal principal = writes.principal(context);
    Parameters parameters = new Parameters(context);
    boolean dryRun = parameters.yes("dryRun");
    Optional<String> given = parameters.text("reason");
    Optional<String> ends = parameters.text("ends");
    long basedOn = parameters.number("basedOn", 0, Long.MAX_VALUE / 10);
    if (basedOn > now.get().sequence()) {
      parameters.wrong("basedOn", "There is no state " + basedOn + " yet.");
    }
    parameters.end();
    String reason = required(given);
    List<Change> changes = changes(context, ends, basedOn);
    Author author = Author.of(principal);
    Outcome outcome = moderation.tried(author, changes);
    context.header("Cache-Control", "no-store");
    if (outcome instanceof Outcome.Unchanged) {
      throw new ProblemException(422, "It says what is there already.");
    }
    if (!(outcome instanceof Outcome.Recorded recorded)) {
      throw new ProblemException(Answers.problem(outcome));
    }
    if (dryRun) {
      context.contentType(JSON);
      context.result(
          Answers.trial(recorded.commit(), recorded.report(), writes.whatIf(principal, changes)));
      return;
    }
    Submission made = moderation.fresh(author, reason, true, changes);
    Submission submission = moderation.twin(made).orElse(made);
    if (submission == made && !(moderation.keep(made) instanceof Ending.Kept)) {
      throw new ProblemException(FULL);
    }
    context.status(201);
    context.header("Location", PATH + "/" + submission.id());
    send(context, submission);
  }

  /** Why; it has to be said. */
  static String required(Optional<String> reason) {
    return reason
        .filter(it -> it.length() <= Submission.LONGEST_REASON)
        .orElseThrow(
            () ->
                new ProblemException(
                    400,
                    "Say with the parameter reason why, in at most "
                        + Submission.LONGEST_REASON
                        + " signs."));
  }

  private List<Change> changes(Context context, Optional<String> ends, long basedOn) {
    List<Change> changes = new ArrayList<>();
    Annotations said = new Annotations(now.get());
    if (ends.isEmpty() || context.bodyAsBytes().length > 0) {
      changes.addAll(
          Writes.isOfType(context, PatchBody.TYPE)
              ? writes.patch(context, now.get())
              : writes.body(context, said::take));
    }
    ends.map(NodeFactory::createURI).map(Change::delete).ifPresent(changes::add);
    List<Change> based = based(changes, basedOn);
    requireTrue(said);
    requireTaken(changes);
    return based;
  }

  /** What the catalogue itself says of records may come along with them, and is not proposed. */
  private static void requireTrue(Annotations said) {
    said.overtaken()
        .ifPresent(
            record -> {
              throw new ProblemException(
                  Problem.of(
                          412,
                          record
                              + " is no longer what you changed: get it, and make your change in"
                              + " that.")
                      .with("record", record.getURI()));
            });
    said.untrue().stream()
        .findFirst()
        .ifPresent(
            triple -> {
              throw new ProblemException(
                  422,
                  "The catalogue says itself "
                      + triple.getPredicate()
                      + " of "
                      + triple.getSubject()
                      + ", and something else than you: leave that out.");
            });
  }

  private static void requireTaken(List<Change> changes) {
    Set<String> others =
        changes.stream()
            .map(Change::record)
            .filter(record -> !Moderation.takes(record))
            .map(Node::getURI)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!others.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  422,
                  "\"records\" says what cannot be proposed: what a municipality declares is its"
                      + " own, and the log is nobody's.")
              .with("records", others.stream().map(it -> Map.of("record", it)).toList()));
    }
  }

  /** The changes, each with the revision that it was made from. */
  private List<Change> based(List<Change> changes, long basedOn) {
    Snapshot state = now.get();
    List<Map<String, String>> hindrances = new ArrayList<>();
    List<Change> based = new ArrayList<>();
    for (Change change : changes) {
      Optional<Snapshot.Current> current = state.current(change.record());
      current
          .map(Snapshot.Current::commit)
          .or(
              () ->
                  basedOn == 0
                      ? Optional.empty()
                      : tombstones.apply(change.record()).map(gone -> gone.commit().number()))
          .filter(commit -> commit > basedOn)
          .ifPresent(
              commit -> {
                Map<String, String> hindrance = new LinkedHashMap<>();
                hindrance.put("record", change.record().getURI());
                hindrance.put("commit", Iris.commit(commit).getURI());
                hindrances.add(hindrance);
              });
      based.add(change.basedOn(current.map(Snapshot.Current::revision).orElse(0L)));
    }
    if (!hindrances.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  basedOn == 0 ? 428 : 412,
                  "\"records\" says what is there and would be changed. Say with basedOn the"
                      + " sequence of a state in which you saw that as it is now.")
              .with("records", hindrances));
    }
    return based;
  }

  // Answering

  private void accept(Context context) {
    Principal principal = writes.principal(context);
    Parameters parameters = new Parameters(context);
    boolean dryRun = parameters.yes("dryRun");
    Optional<String> given = parameters.text("reason");
    parameters.end();
    String reason = required(given);
    Submission submission = answerable(context, principal);
    if (dryRun) {
      Outcome outcome = writes.outcome(principal, reason, submission.asked(), true);
      if (!(outcome instanceof Outcome.Recorded recorded)) {
        throw new ProblemException(refused(outcome));
      }
      context.header("Cache-Control", "no-store");
      context.contentType(JSON);
      context.result(
          Answers.trial(
              recorded.commit(), recorded.report(), writes.whatIf(principal, submission.asked())));
      return;
    }
    Ending ending =
        moderation.accept(
            submission.id(), seal(context, submission), Author.of(principal), principal, reason);
    end(context, ending);
  }

  private void reject(Context context) {
    Principal principal = writes.principal(context);
    Parameters parameters = new Parameters(context);
    Optional<String> given = parameters.text("reason");
    parameters.end();
    String reason = required(given);
    Submission submission = answerable(context, principal);
    if (!submission.changes().isEmpty() && !moderation.mayMake(principal, submission)) {
      throw new ProblemException(
          403, "You may not change what it is about, so you do not answer it.");
    }
    Ending ending =
        moderation.reject(submission.id(), seal(context, submission), Author.of(principal), reason);
    end(context, ending);
  }

  // Going on with it

  private void rebase(Context context) {
    Principal principal = writes.principal(context);
    new Parameters(context).end();
    Submission submission = asked(context, principal);
    end(context, moderation.rebase(submission.id(), seal(context, submission)));
  }

  private void withdraw(Context context) {
    Principal principal = writes.principal(context);
    new Parameters(context).end();
    end(context, moderation.withdraw(own(context, principal).id()));
  }

  private void drop(Context context) {
    Principal principal = writes.principal(context);
    new Parameters(context).end();
    Submission submission = own(context, principal);
    if (submission.state() != Submission.State.DRAFT) {
      throw new ProblemException(
          409,
          "It is "
              + ProposalJson.text(submission.state())
              + "; only a draft is thrown away. Take back first what still waits.");
    }
    moderation.drop(submission);
    context.status(204);
  }

  private Submission own(Context context, Principal principal) {
    Submission submission = asked(context, principal);
    if (!submission.author().isSame(Author.of(principal))) {
      throw new ProblemException(403, "It is not yours; reject it instead, saying why.");
    }
    return submission;
  }

  private Submission answerable(Context context, Principal principal) {
    Submission submission = asked(context, principal);
    if (!Moderation.answers(principal)) {
      throw new ProblemException(403, "Proposals are answered by an editor or the secretariat.");
    }
    return submission;
  }

  /** What who answers looked at. */
  private static String seal(Context context, Submission submission) {
    String match = context.header("If-Match");
    if (match == null) {
      throw new ProblemException(
          428, "Say what you answer: If-Match with the ETag that the proposal came with.");
    }
    return match.strip().equals("*") ? submission.seal() : match.strip().replace("\"", "");
  }

  private void end(Context context, Ending ending) {
    if (ending instanceof Ending.Answered answered) {
      long commit = answered.submission().verdict().commit();
      if (commit > 0) {
        context.status(201);
        context.header("Location", "/doc/commit/" + commit);
      }
      send(context, answered.submission());
    } else if (ending instanceof Ending.Kept kept) {
      send(context, kept.submission());
    } else if (ending instanceof Ending.Clashing clashing) {
      throw new ProblemException(clashing(clashing.now()));
    } else if (ending instanceof Ending.Full) {
      throw new ProblemException(409, "It is too long by now.");
    } else if (ending instanceof Ending.Refused refused) {
      throw new ProblemException(refused(refused.outcome()));
    } else if (ending instanceof Ending.SamePerson) {
      throw new ProblemException(
          403, "Who hands something in does not accept it; a second person looks at it first.");
    } else if (ending instanceof Ending.Nothing) {
      throw new ProblemException(
          409, "It is a remark in words: make a change of it, and hand that in.");
    } else if (ending instanceof Ending.Changed changed) {
      throw new ProblemException(
          412,
          "It is not what you looked at, or was answered: it is "
              + ProposalJson.text(changed.now().state())
              + " now.");
    }
  }

  /** Where somebody else changed the same meanwhile, property by property. */
  private Problem clashing(Submission submission) {
    List<Map<String, String>> records = new ArrayList<>();
    for (Proposed change : submission.changes()) {
      moderation.ways(change).lines().stream()
          .filter(ThreeWays.Line::clashes)
          .map(
              line ->
                  Map.of("record", line.subject().getURI(), "property", line.property().getURI()))
          .forEach(records::add);
    }
    return Problem.of(
            409,
            "Somebody changed the same meanwhile, \"records\" says what: get that, and hand in a"
                + " proposal made from it.")
        .with("records", records);
  }

  private static Problem refused(Outcome outcome) {
    return outcome instanceof Outcome.Unchanged
        ? Problem.of(409, "It says what is there already.")
        : Answers.problem(outcome);
  }
}
