package nl.standaardencatalogus.server.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.ApiVersion;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;
import nl.standaardencatalogus.server.proposal.Author;
import nl.standaardencatalogus.server.proposal.Moderation;
import nl.standaardencatalogus.server.proposal.Moderation.Ending;
import nl.standaardencatalogus.server.proposal.Submission;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * One declaration, mandate, procedure, meeting or decision at an address of its own: read it, put
 * it, withdraw it. What is put is the whole record, as linked data.
 *
 * <p>Who changes what is there says which revision he changed ({@code If-Match} with the entity tag
 * that it came with), who adds says that nothing is there ({@code If-None-Match: *}); without
 * either a change is refused (RFC 6585 §3), so that nobody overwrites unseen what another wrote.
 * With {@code dryRun=true} everything is as it would be, and nothing is recorded.
 *
 * <p>What holds for everybody (a procedure, meeting or decision) needs a reason, and where four
 * eyes are asked for it becomes a proposal that somebody else accepts: 202 with where that is.
 */
final class Records {
  private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,17})-[a-z]+\"");
  private static final List<String> TAIL =
      List.of(
          "municipality",
          "standard",
          "organisation",
          "version",
          "procedure",
          "meeting",
          "decision");

  private final Supplier<Snapshot> now;
  private final Writes writes;
  private final Moderation moderation;
  private final BiFunction<Graph, Form, byte[]> writer;

  /**
   * The records of a catalogue.
   *
   * @param writer writes a graph in a form
   */
  Records(
      Supplier<Snapshot> now,
      Writes writes,
      Moderation moderation,
      BiFunction<Graph, Form, byte[]> writer) {
    this.now = now;
    this.writes = writes;
    this.moderation = moderation;
    this.writer = writer;
  }

  void routes(JavalinConfig config) {
    for (RecordKind kind : RecordKind.ALL) {
      for (String below : kind.paths()) {
        String path = ApiVersion.PATH + below;
        Reads.add(config, path, context -> get(context, kind));
        config.routes.put(path, context -> put(context, kind));
        config.routes.delete(path, context -> delete(context, kind));
      }
    }
  }

  private static Node record(Context context, RecordKind kind) {
    String tail =
        TAIL.stream()
            .flatMap(name -> Stream.ofNullable(context.pathParamMap().get(name)))
            .collect(Collectors.joining("/"));
    Node record = kind.record(tail);
    if (Iris.kindOf(record).filter(kind.kind()::equals).isEmpty()) {
      throw new ProblemException(
          404,
          "No " + kind.what() + " can be at " + context.path() + ": name " + kind.named() + ".");
    }
    return record;
  }

  private void get(Context context, RecordKind kind) {
    context.header("Vary", "Accept");
    new Parameters(context).end();
    Node record = record(context, kind);
    Form form =
        Form.ofAccept(Accept.of(context.req()), Writes.FORMS)
            .orElseThrow(
                () ->
                    new ProblemException(
                        406,
                        "A "
                            + kind.what()
                            + " comes as "
                            + Writes.FORMS.stream().map(Form::type).toList()
                            + "."));
    Snapshot state = now.get();
    Snapshot.Current current =
        state
            .current(record)
            .orElseThrow(
                () -> new ProblemException(404, "There is no " + kind.what() + " " + record + "."));
    Validators validators = new Validators(tag(current.revision(), form), current.recorded());
    validators.send(context.res());
    context.header("Cache-Control", "no-cache");
    if (validators.unchanged(context.req())) {
      context.status(304);
      return;
    }
    context.contentType(form.type() + ";charset=utf-8");
    context.result(writer.apply(state.record(record), form));
  }

  private static String tag(long revision, Form form) {
    return "\"" + revision + "-" + form.suffix() + "\"";
  }

  private void put(Context context, RecordKind kind) {
    Principal principal = writes.principal(context);
    Node record = record(context, kind);
    Asked asked = Asked.of(context);
    List<Change> changes = writes.body(context);
    if (changes.size() != 1 || !changes.get(0).record().equals(record)) {
      throw new ProblemException(
          422,
          "The body must say what "
              + record
              + " is, and nothing of any other record; it is about "
              + changes.stream().map(Change::record).toList()
              + ".");
    }
    change(context, principal, changes.get(0), asked, kind);
    if (!asked.dryRun() && context.statusCode() != HttpStatus.ACCEPTED.getCode()) {
      tagWhatWasSent(context, record);
    }
  }

  /**
   * Gives the entity tag to who sent the very bytes that are now got. To him who sent other bytes
   * for the same facts it may not be given (RFC 9110 §9.3.4): he would take what he sent for what
   * is there.
   */
  private void tagWhatWasSent(Context context, Node record) {
    Form form = Writes.form(context);
    Snapshot state = now.get();
    state
        .current(record)
        .filter(
            current ->
                Arrays.equals(context.bodyAsBytes(), writer.apply(state.record(record), form)))
        .map(current -> new Validators(tag(current.revision(), form), current.recorded()))
        .ifPresent(validators -> validators.send(context.res()));
  }

  private void delete(Context context, RecordKind kind) {
    Principal principal = writes.principal(context);
    Change change = Change.delete(record(context, kind));
    change(context, principal, change, Asked.of(context), kind);
  }

  /** What the query of the address says of a change. */
  private record Asked(boolean dryRun, Optional<String> reason) {
    static Asked of(Context context) {
      Parameters parameters = new Parameters(context);
      Asked asked = new Asked(parameters.yes("dryRun"), parameters.text("reason"));
      parameters.end();
      return asked;
    }
  }

  private void change(
      Context context, Principal principal, Change change, Asked asked, RecordKind kind) {
    Change based = change.basedOn(basedOn(context, change.record()));
    String usual = kind.usual(change, based.basedOn().getAsLong());
    String reason =
        kind.isCommon()
            ? Proposals.required(asked.reason())
            : Writes.reason(asked.reason(), principal, usual);
    boolean waits = kind.isCommon() && moderation.wantsFourEyes() && !asked.dryRun();
    Outcome outcome = writes.outcome(principal, reason, List.of(based), asked.dryRun() || waits);
    context.header("Cache-Control", "no-store");
    if (waits && outcome instanceof Outcome.Recorded) {
      propose(context, principal, based, reason);
    } else if (outcome instanceof Outcome.Recorded recorded) {
      boolean created = based.basedOn().getAsLong() == 0 && !asked.dryRun();
      context.status(created ? 201 : 200);
      if (created) {
        context.header("Location", context.path());
      }
      context.contentType("application/json");
      context.result(
          asked.dryRun()
              ? Answers.trial(
                  recorded.commit(), recorded.report(), writes.whatIf(principal, List.of(based)))
              : Answers.receipt(recorded.commit(), recorded.report(), false));
    } else if (outcome instanceof Outcome.Unchanged) {
      context.status(204);
    } else {
      throw new ProblemException(Answers.problem(outcome));
    }
  }

  /** Hands it in; what is sent twice is handed in once. */
  private void propose(Context context, Principal principal, Change change, String reason) {
    Submission made = moderation.fresh(Author.of(principal), reason, true, List.of(change));
    Submission submission = moderation.twin(made).orElse(made);
    if (submission == made && !(moderation.keep(made) instanceof Ending.Kept)) {
      throw new ProblemException(Proposals.FULL);
    }
    context.status(HttpStatus.ACCEPTED);
    context.header("Location", Proposals.PATH + "/" + submission.id());
    context.contentType("application/json");
    context.result(ProposalJson.whole(submission, moderation).toString());
  }

  /** The revision that the change was made from; 0 when the record must be new. */
  private long basedOn(Context context, Node record) {
    String match = context.header("If-Match");
    if (match != null && match.strip().equals("*")) {
      return now.get()
          .current(record)
          .map(Snapshot.Current::revision)
          .orElseThrow(
              () ->
                  new ProblemException(
                      412, "There is no " + record + " to change, as If-Match: * asks for."));
    }
    if (match != null) {
      Matcher tag = TAG.matcher(match.strip());
      if (!tag.matches()) {
        throw new ProblemException(
            412, "If-Match must be the ETag that " + record + " came with; it is " + match + ".");
      }
      return Long.parseLong(tag.group(1));
    }
    if ("*".equals(context.header("If-None-Match"))) {
      return 0;
    }
    throw new ProblemException(
        Problem.of(
            428,
            "Say what you change: If-Match with the ETag that the record came with"
                + (context.method() == HandlerType.DELETE
                    ? "."
                    : ", or If-None-Match: * for a new one.")));
  }
}
