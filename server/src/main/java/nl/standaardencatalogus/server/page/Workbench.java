package nl.standaardencatalogus.server.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.sparql.Answering;
import nl.standaardencatalogus.server.sparql.KeptQueries;

/** The addresses where a reader writes a query, sees its answer and gives it a short link. */
public final class Workbench {
  private final Pages pages;
  private final Answering answering;
  private final Library library;
  private final KeptQueries kept;
  private final String publicUrl;

  /**
   * The workbench among the pages.
   *
   * @param library the questions that it offers as examples
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  public Workbench(
      Pages pages, Answering answering, Library library, KeptQueries kept, String publicUrl) {
    this.pages = pages;
    this.answering = answering;
    this.library = library;
    this.kept = kept;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. The endpoints let a reader through to these. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      routes(config, language);
    }
  }

  private void routes(JavalinConfig config, Language language) {
    for (String path : List.of("/sparql", "/sparql/historie")) {
      boolean history = path.endsWith("/historie");
      Handler handler = context -> ask(context, history);
      Reads.add(config, language.prefix() + path, handler);
      config.routes.post(language.prefix() + path, handler);
      String shelf = language.prefix() + path + Posed.KEPT;
      config.routes.post(shelf, context -> keep(context, history));
      Reads.add(config, shelf + "/{name}", context -> kept(context, history));
    }
  }

  /** Sends a short question on to an address of its own, and a file to the endpoint. */
  private void ask(Context context, boolean history) {
    View view = pages.now(context);
    Posed posed = Posed.of(context, history);
    boolean sent = context.method() == HandlerType.POST;
    if (!posed.format().isEmpty() && view.language() == Language.EN) {
      context.redirect(
          posed.endpoint() + (sent ? "" : "?" + context.queryString()),
          HttpStatus.TEMPORARY_REDIRECT);
    } else if (sent && posed.address().isPresent()) {
      context.redirect(view.href(posed.address().get()), HttpStatus.SEE_OTHER);
    } else {
      show(context, WorkbenchPage.of(view, posed, answering, library));
    }
  }

  private void show(Context context, WorkbenchPage page) {
    context.status(page.status());
    context.header("Vary", "Accept");
    pages.show(context, "workbench", page);
  }

  /** Gives a query a short address: a reader is sent there, a program is told. */
  private void keep(Context context, boolean history) {
    View view = pages.now(context);
    Posed posed = Posed.of(context, history);
    boolean reader = Accept.page(Accept.of(context.req()));
    try {
      String name = kept.keep(posed.query(), posed.client());
      String address = view.href(posed.of(name, posed.query()).shortAddress());
      if (reader) {
        context.redirect(address, HttpStatus.SEE_OTHER);
      } else {
        context.status(HttpStatus.CREATED).header("Location", address);
        context.contentType("text/plain;charset=utf-8").result(publicUrl + address + "\n");
      }
    } catch (ProblemException e) {
      Problem problem = e.problem();
      if (problem.status() == 429) {
        context.header("Retry-After", String.valueOf(problem.members().get("seconds")));
      }
      if (!reader) {
        throw e;
      }
      show(context, WorkbenchPage.notKept(view, posed, library, problem));
    }
  }

  /** A query that was kept: filled in and answered for a reader, as it is for a program. */
  private void kept(Context context, boolean history) {
    Posed asked = Posed.of(context, history);
    String name = context.pathParam("name");
    String query =
        kept.named(name)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404, "No query is kept at " + context.path() + "; is it typed in full?"));
    context.header("Vary", "Accept");
    if (Accept.page(Accept.of(context.req()))) {
      Posed posed = asked.of(name, query);
      show(context, WorkbenchPage.of(pages.now(context), posed, answering, library));
    } else {
      context.contentType("application/sparql-query;charset=utf-8").result(query);
    }
  }
}
