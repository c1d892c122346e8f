package nl.standaardencatalogus.server.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.gemma.Difference;
import nl.standaardencatalogus.server.gemma.Intake;
import nl.standaardencatalogus.server.gemma.Intake.Ending;
import nl.standaardencatalogus.server.gemma.Release;
import nl.standaardencatalogus.server.gemma.ReleaseException;
import nl.standaardencatalogus.server.gemma.ReleaseReader;
import nl.standaardencatalogus.server.http.ApiVersion;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.proposal.Author;
import nl.standaardencatalogus.server.proposal.Moderation;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpException;

/**
 * Releases of GEMMA: posted as a trial they come back as what differs, with a code; posted with
 * that code, exactly that is taken over or handed in. The file is read as it streams in, and kept
 * nowhere.
 */
final class GemmaReleases {
  static final String PATH = ApiVersion.PATH + "/gemma-releases";

  private static final String JSON = "application/json";
  private static final Set<String> XML = Set.of("application/xml", "text/xml");

  private final Intake intake;
  private final Moderation moderation;
  private final Writes writes;

  GemmaReleases(Intake intake, Moderation moderation, Writes writes) {
    this.intake = intake;
    this.moderation = moderation;
    this.writes = writes;
  }

  void routes(JavalinConfig config) {
    config.routes.post(PATH, this::post);
  }

  private void post(Context context) {
    Principal principal = writes.principal(context);
    Parameters parameters = new Parameters(context);
    boolean dryRun = parameters.yes("dryRun");
    Optional<String> code = parameters.text("code");
    Optional<String> day = parameters.text("date");
    parameters.end();
    if (!Intake.takes(principal)) {
      throw new ProblemException(
          403, "Releases of GEMMA are taken over by an editor or the secretariat.");
    }
    if (!dryRun && code.isEmpty()) {
      throw new ProblemException(
          428,
          "Look first: with dryRun=true you get what differs, and a code. Send the same file with"
              + " that code to have exactly that taken over.");
    }
    Difference difference = difference(context, day.orElse(null));
    context.header("Cache-Control", "no-store");
    Author author = Author.of(principal);
    if (dryRun) {
      Outcome outcome = intake.tried(author, principal, difference);
      context.contentType(JSON).result(json(difference, outcome).toString());
      return;
    }
    end(context, difference, intake.take(author, principal, difference, code.get()));
  }

  private Difference difference(Context context, String day) {
    String type = Optional.ofNullable(context.contentType()).orElse("").split(";")[0].strip();
    if (!XML.contains(type) || context.header("Content-Encoding") != null) {
      throw new ProblemException(
          415, "Send a model exchange file as it is, as application/xml, without coding.");
    }
    try {
      Release release = ReleaseReader.read(context.bodyInputStream());
      LocalDate date =
          Intake.day(release, day)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          400,
                          "Say with date from which day the release is, as 2026-06-30: its property"
                              + " Release does not, or what was said is no day."));
      return intake.difference(release, date);
    } catch (IOException e) {
      throw cutOff(e);
    } catch (ReleaseException e) {
      Problem problem = Problem.of(400, e.getMessage() + ". Nothing was recorded.");
      throw new ProblemException(e.line() == 0 ? problem : problem.with("line", e.line()));
    }
  }

  /** Larger than any may be, or not whole. */
  private static ProblemException cutOff(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException refusal && refusal.getCode() == 413) {
        return new ProblemException(413, "The file is larger than any may be.");
      }
    }
    return new ProblemException(400, "The file did not come whole.");
  }

  private void end(Context context, Difference difference, Ending ending) {
    if (ending instanceof Ending.Recorded recorded) {
      context.status(201);
      context.header("Location", "/doc/commit/" + recorded.outcome().commit().number());
      context.contentType(JSON);
      context.result(
          Answers.receipt(recorded.outcome().commit(), recorded.outcome().report(), false));
    } else if (ending instanceof Ending.HandedIn handed) {
      context.status(202);
      context.header("Location", Proposals.PATH + "/" + handed.submission().id());
      context.contentType(JSON);
      context.result(ProposalJson.whole(handed.submission(), moderation).toString());
    } else if (ending instanceof Ending.Overtaken) {
      throw new ProblemException(
          412,
          "What differs is not what was shown with this code: the catalogue or the file has"
              + " changed. Look again with dryRun=true.");
    } else if (ending instanceof Ending.TooLong) {
      throw new ProblemException(
          409,
          "Somebody else must look at it first, and there is no room for it to wait: it is longer"
              + " than a proposal may be, or too many of yours wait. Take it over on the command"
              + " line.");
    } else if (ending instanceof Ending.Refused refused) {
      if (!(refused.outcome() instanceof Outcome.Unchanged)) {
        throw new ProblemException(Answers.problem(refused.outcome()));
      }
      context.contentType(JSON).result(json(difference, refused.outcome()).toString());
    }
  }

  private JsonObject json(Difference difference, Outcome outcome) {
    JsonObject object = new JsonObject();
    object.put("code", difference.code());
    object.put("source", difference.source());
    object.put("date", difference.date().toString());
    object.put("elements", difference.release().elements().size());
    object.put("relations", difference.release().relations().size());
    object.put("records", difference.changes().size());
    object.put("proposes", intake.hands());
    JsonObject counts = new JsonObject();
    JsonArray lines = new JsonArray();
    for (Difference.Kind kind : Difference.Kind.SHOWN) {
      List<Difference.Line> some = difference.lines(kind);
      counts.put(kind.text(), some.size());
      some.forEach(line -> lines.add(line(line)));
    }
    object.put("counts", counts);
    object.put("lines", lines);
    JsonArray refusal = new JsonArray();
    if (!(outcome instanceof Outcome.Recorded) && !(outcome instanceof Outcome.Unchanged)) {
      refusal.add(Answers.problem(outcome).detail());
    }
    object.put("refusal", refusal);
    return object;
  }

  private static JsonObject line(Difference.Line line) {
    JsonObject object = new JsonObject();
    object.put("kind", line.kind().text());
    object.put("thing", line.thing());
    object.put("objectId", line.objectId());
    object.put("name", line.name());
    object.put("property", line.property());
    object.put("from", line.from());
    object.put("to", line.to());
    return object;
  }
}
