package nl.standaardencatalogus.server.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.ApiVersion;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;

/**
 * The receipt of any commit, to be kept and held against the log later. What a commit recorded
 * never changes, so neither does its receipt.
 */
final class Receipts {
  private static final String JSON = "application/json";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,11}");

  private final LongFunction<Optional<Commit>> commits;

  /** The receipts of commits by their numbers. */
  Receipts(LongFunction<Optional<Commit>> commits) {
    this.commits = commits;
  }

  void routes(JavalinConfig config) {
    Reads.add(config, ApiVersion.PATH + "/receipts/{sequence}", this::get);
  }

  private void get(Context context) {
    new Parameters(context).end();
    context.header("Vary", "Accept");
    Accept.best(Accept.of(context.req()), List.of(JSON))
        .orElseThrow(() -> new ProblemException(406, "A receipt comes as " + JSON + "."));
    String number = context.pathParam("sequence");
    Commit commit =
        (NUMBER.matcher(number).matches()
                ? commits.apply(Long.parseLong(number))
                : Optional.<Commit>empty())
            .orElseThrow(
                () ->
                    new ProblemException(
                        404,
                        "There is no commit "
                            + number
                            + "; a receipt goes by the sequence number of its commit."));
    Validators validators = new Validators('"' + commit.hash().substring(0, 32) + '"', null);
    validators.send(context.res());
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    if (validators.unchanged(context.req())) {
      context.status(304);
      return;
    }
    context.header(
        "Content-Disposition", "inline; filename=\"ontvangstbewijs-" + number + ".json\"");
    context.contentType(JSON).result(Answers.receipt(commit));
  }
}
