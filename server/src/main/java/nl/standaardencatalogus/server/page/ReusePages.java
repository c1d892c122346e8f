package nl.standaardencatalogus.server.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.standaardencatalogus.server.dump.Dumps;
import nl.standaardencatalogus.server.dump.Release;
import nl.standaardencatalogus.server.dump.Releases;
import nl.standaardencatalogus.server.http.Reads;

/** The addresses of how to take everything over: in what ways, and the dumps. */
public final class ReusePages implements Dumps.Pages {
  private final Pages pages;
  private final Supplier<List<Conformity>> conformities;
  private final Releases releases;

  /**
   * These addresses among the pages.
   *
   * @param conformities what the profiles for harvesters say; none until they have been asked
   */
  public ReusePages(Pages pages, Supplier<List<Conformity>> conformities, Releases releases) {
    this.pages = pages;
    this.conformities = conformities;
    this.releases = releases;
  }

  /**
   * Adds the addresses to the routes. The Dutch ones of the dumps share their addresses with RDF,
   * so these routes are elsewhere.
   */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        "/hergebruik",
        "reuse",
        (view, context) -> Optional.of(ReusePage.of(view, conformities.get(), releases.latest())));
    String path = Language.EN.prefix() + "/dumps/";
    Reads.add(config, path, this::all);
    Reads.add(
        config,
        path + "{day}",
        context ->
            releases
                .of(context.pathParam("day"))
                .ifPresentOrElse(
                    release -> one(context, release), () -> pages.problem(context, 404)));
  }

  @Override
  public void all(Context context) {
    pages.show(context, "dumps", DumpsPage.of(pages.now(context), releases.all()));
  }

  @Override
  public void one(Context context, Release release) {
    pages.show(context, "dump", DumpPage.of(pages.now(context), release));
  }
}
