package nl.standaardencatalogus.server.emblem;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.emblem.Emblem.Tone;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Bound;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The addresses of emblems, which any site may show: what holds of a standard, how far a
 * municipality is with all that were established, and with one standard. What is made up for
 * demonstration is called so in the emblem itself, as it stands where nothing around it says so.
 */
public final class Emblems {
  private final Pages pages;

  public Emblems(Pages pages) {
    this.pages = pages;
  }

  /** Draws one; empty where there is nothing to draw it of. */
  private interface Drawer {
    Optional<Emblem> draw(View view, Context context);
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String start = language.prefix();
      add(config, start + "/standaarden/{slug}/embleem.svg", Emblems::standard);
      add(config, start + "/gemeenten/{code}/embleem.svg", Emblems::municipality);
      add(config, start + "/gemeenten/{code}/embleem/{slug}.svg", Emblems::both);
    }
  }

  private void add(JavalinConfig config, String path, Drawer drawer) {
    Reads.add(
        config,
        path,
        context -> {
          View view = pages.view(context);
          Emblem emblem =
              drawer
                  .draw(view, context)
                  .orElseThrow(
                      () ->
                          new ProblemException(
                              404, "There is nothing to make an emblem of at " + context.path()));
          context
              .contentType("image/svg+xml;charset=utf-8")
              .header("Cache-Control", "public, max-age=3600")
              .result(emblem.svg());
        });
  }

  private static Optional<StandardSummary> standardOf(View view, Context context) {
    String slug = context.pathParam("slug");
    return view.overview().standards().stream().filter(it -> it.slug().equals(slug)).findFirst();
  }

  private static Optional<Municipality> municipalityOf(View view, Context context) {
    String code = context.pathParam("code");
    return view.overview().municipalities().stream()
        .filter(it -> it.code().equals(code))
        .findFirst();
  }

  private static Optional<Emblem> standard(View view, Context context) {
    return standardOf(view, context)
        .map(
            standard -> {
              String name = view.name(standard.node());
              boolean binds = standard.bound().isPresent();
              String value =
                  binds
                      ? view.t("emblem.bound", view.name(standard.bound().get().forceNode()))
                      : standard.coming().stream()
                          .filter(Bound::isOfVng)
                          .map(
                              it ->
                                  view.t(
                                      "emblem.coming",
                                      view.name(it.forceNode()),
                                      view.date(it.from())))
                          .findFirst()
                          .orElse(view.t("emblem.free"));
              return emblem(view, name, value, binds ? Tone.GOOD : Tone.NOTHING);
            });
  }

  private static Optional<Emblem> municipality(View view, Context context) {
    return municipalityOf(view, context)
        .map(
            municipality -> {
              int all = 0;
              int used = 0;
              boolean invented = false;
              for (StandardSummary standard : view.overview().standards()) {
                if (standard.binds()) {
                  Held held = standard.held().get(municipality.node());
                  all++;
                  used += held != null && held.stage() == Stage.USE ? 1 : 0;
                  invented |= held != null && isInvented(view, held.declaration());
                }
              }
              String value = view.t("emblem.all", used, all);
              return emblem(
                  view, municipality.name(), told(view, value, invented), tone(used, all));
            });
  }

  private static Tone tone(int used, int all) {
    return used == all && all > 0 ? Tone.GOOD : Tone.UNDERWAY;
  }

  private static Optional<Emblem> both(View view, Context context) {
    return municipalityOf(view, context)
        .flatMap(
            municipality ->
                standardOf(view, context)
                    .map(
                        standard -> {
                          Held held = standard.held().get(municipality.node());
                          String label = view.name(standard.node()) + ", " + municipality.name();
                          if (held == null) {
                            return emblem(view, label, view.t("stage.none"), Tone.NOTHING);
                          }
                          String value = view.t(held.stage().key());
                          boolean invented = isInvented(view, held.declaration());
                          return emblem(
                              view, label, told(view, value, invented), tone(held.stage()));
                        }));
  }

  private static Tone tone(Stage stage) {
    return switch (stage) {
      case USE -> Tone.GOOD;
      case DOING, PLAN, EXPLORE -> Tone.UNDERWAY;
      case DEVIATE -> Tone.OTHERWISE;
      case NOT, NONE -> Tone.NOTHING;
    };
  }

  private static boolean isInvented(View view, Node declaration) {
    return Iris.isDeclaration(declaration) && view.overview().sample() && !view.isReal(declaration);
  }

  private static String told(View view, String value, boolean invented) {
    return invented ? view.t("emblem.invented", value) : value;
  }

  private static Emblem emblem(View view, String label, String value, Tone tone) {
    String title = view.t("emblem.title", label, value, view.date(view.day()));
    return new Emblem(label, value, tone, title);
  }
}
