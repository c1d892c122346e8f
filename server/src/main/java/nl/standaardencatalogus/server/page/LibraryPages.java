package nl.standaardencatalogus.server.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Body;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.question.LibraryAnswer;
import nl.standaardencatalogus.server.question.LibraryAnswers;
import nl.standaardencatalogus.server.question.QuestionDescription;
import nl.standaardencatalogus.server.question.QuestionFile;

/** The addresses of the library of questions: all of them, and each with its answer. */
public final class LibraryPages {
  private final Pages pages;
  private final LibraryAnswers library;

  public LibraryPages(Pages pages, LibraryAnswers library) {
    this.pages = pages;
    this.library = library;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        QuestionsPage.PATH,
        "questions",
        (view, context) -> Optional.of(QuestionsPage.of(view, library.library())));
    for (Language language : Language.values()) {
      String path = language.prefix() + QuestionsPage.PATH;
      Reads.add(
          config,
          path + ".ttl",
          context ->
              context
                  .contentType("text/turtle;charset=utf-8")
                  .result(QuestionDescription.of(library.library().all())));
      Reads.add(config, path + "/{name}", this::question);
    }
  }

  /** A question of the library as a page, or as a file by its suffix or for who prefers one. */
  private void question(Context context) {
    View view = pages.view(context);
    String name = context.pathParam("name");
    Optional<QuestionFile> suffix = QuestionFile.ofSuffix(name);
    Optional<LibraryQuestion> question =
        library
            .library()
            .get(suffix.map(f -> name.substring(0, name.lastIndexOf('.'))).orElse(name));
    context.header("Vary", "Accept");
    if (question.isEmpty() && (suffix.isPresent() || !Accept.page(Accept.of(context.req())))) {
      throw new ProblemException(
          404, "There is no question " + name + "; /sparql/vragen lists those that are there.");
    }
    if (question.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      pages.show(context, "problem", ProblemPage.notFound(view));
      return;
    }
    Optional<QuestionFile> file = suffix.or(() -> QuestionFile.ofAccept(Accept.of(context.req())));
    KeptPages.Key key = KeptPages.Key.of(view, context);
    Optional<Body> kept = file.isEmpty() ? pages.kept(key) : Optional.empty();
    if (kept.isPresent()) {
      Pages.send(context, view, kept.get());
      return;
    }
    boolean examples = file.isEmpty() || !file.get().ofAnswer();
    Filled filled = Filled.of(view, question.get(), Asked.of(context), examples);
    if (file.isPresent() && file.get().ofAnswer()) {
      requireOnly(context, question.get());
      filled.wrong().stream()
          .findFirst()
          .ifPresent(
              bad -> {
                throw new ProblemException(
                    Problem.of(400, bad.getMessage() + ".")
                        .with("parameter", bad.parameter().name()));
              });
    }
    if (file.isPresent() && !file.get().ofAnswer()) {
      context
          .contentType(file.get().type() + ";charset=utf-8")
          .result(QuestionDescription.of(List.of(question.get())));
      return;
    }
    LibraryAnswer answer =
        filled.wrong().isEmpty() ? library.ask(question.get(), filled.values(), view.asOf()) : null;
    if (file.isPresent()) {
      send(context, view, answer, file.get());
    } else if (answer != null && answer.sequence() == view.snapshot().sequence()) {
      QuestionPage page = QuestionPage.of(view, filled, answer);
      Pages.send(context, view, pages.keep(key, "question", page));
    } else {
      // What is wrong is told anew; what is asked of all revisions may be a commit behind.
      context.status(answer == null ? 400 : 200);
      pages.show(context, "question", QuestionPage.of(view, filled, answer));
    }
  }

  /** A program that asks for something we do not know must not take the answer for that. */
  private static void requireOnly(Context context, LibraryQuestion question) {
    Set<String> known = new LinkedHashSet<>(List.of("op"));
    question.parameters().forEach(parameter -> known.add(parameter.name()));
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw new ProblemException(
                    Problem.of(
                            400,
                            "This question has no parameter "
                                + name
                                + "; it has "
                                + String.join(", ", known)
                                + " (op is the past day to ask of).")
                        .with("parameter", name));
              }
              if (values.size() > 1) {
                throw new ProblemException(
                    Problem.of(400, "There is more than one " + name + ".")
                        .with("parameter", name));
              }
            });
  }

  private static void send(Context context, View view, LibraryAnswer answer, QuestionFile file) {
    String tag =
        '"'
            + CanonicalGraph.sha256(answer.state() + '\n' + answer.query()).substring(0, 32)
            + '-'
            + file.suffix()
            + '"';
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    context.header("Catalogue-Sequence", Long.toString(answer.sequence()));
    // No column: those of a question are promised.
    if (answer.question().ofDeclarations() && view.overview().sample()) {
      context.header("Catalogue-Sample-Data", view.overview().real() == 0 ? "all" : "some");
    }
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.contentType(file.type() + ";charset=utf-8").result(file.write(answer));
    }
  }
}
