package nl.standaardencatalogus.server.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.question.Question;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;

/**
 * The tables at {@code /tabellen/{name}.csv} and {@code .ods}: one for each question in {@code
 * tabel/}. A file is made once for a state, and kept while there is room.
 */
public final class Tables {
  private static final String PATH = "/tabellen/";
  private static final String FOLDER = "tabel/";
  private static final long MOST_BYTES = 32 << 20;

  private final Supplier<Snapshot> now;
  private final Questions questions;
  private final Cache<String, byte[]> files =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String tag, byte[] file) -> file.length)
          .build();

  public Tables(Supplier<Snapshot> now, Questions questions) {
    this.now = now;
    this.questions = questions;
  }

  /** The paths of the files of all tables. */
  public static List<String> paths(Questions questions) {
    return names(questions).stream()
        .flatMap(
            name ->
                Arrays.stream(TableFile.values()).map(file -> PATH + name + "." + file.suffix()))
        .toList();
  }

  private static List<String> names(Questions questions) {
    return questions.below(FOLDER).stream()
        .map(question -> question.name().substring(FOLDER.length()))
        .toList();
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    Reads.add(config, PATH + "{name}.{form}", this::table);
  }

  private void table(Context context) {
    String name = context.pathParam("name");
    TableFile form = TableFile.ofSuffix(context.pathParam("form")).orElseThrow(this::absent);
    if (!names(questions).contains(name)) {
      throw absent();
    }
    Snapshot state = now.get();
    String tag =
        "\""
            + state.sequence()
            + "-"
            + state.day()
            + "-"
            + state.hash().substring(0, 12)
            + "-"
            + name
            + "-"
            + form.suffix()
            + "\"";
    // No date: what follows on a day changes without a commit.
    Validators validators = new Validators(tag, null);
    validators.send(context.res());
    context.header("Cache-Control", "public, max-age=60");
    if (validators.unchanged(context.req())) {
      context.status(304);
      return;
    }
    Question question = questions.get(FOLDER + name);
    context
        .contentType(form.type())
        .header(
            "Content-Disposition", "attachment; filename=\"" + name + "." + form.suffix() + "\"")
        .result(files.get(tag, none -> form.write(Table.of(question, state.graph()))));
  }

  private ProblemException absent() {
    return new ProblemException(
        404,
        "There are these tables, as .csv and .ods: " + String.join(", ", names(questions)) + ".");
  }
}
