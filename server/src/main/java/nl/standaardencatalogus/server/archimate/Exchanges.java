package nl.standaardencatalogus.server.archimate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Element;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The addresses of models: of everything or of chosen components, of one architecture element, and
 * of one standard. They end in {@code .xml}, as tools take files with another suffix for something
 * else.
 */
public final class Exchanges {
  private static final String KEY = "component";

  private static final int STATES = 4;

  private final Pages pages;

  /** Those asked for last: to read one takes longer than all that is made of it. */
  private final Cache<Key, Model> models = Caffeine.newBuilder().maximumSize(STATES).build();

  public Exchanges(Pages pages) {
    this.pages = pages;
  }

  /** What a model follows from. */
  private record Key(long sequence, String hash, LocalDate day, Language language) {
    static Key of(View view) {
      return new Key(
          view.snapshot().sequence(),
          view.snapshot().hash(),
          view.overview().day(),
          view.language());
    }
  }

  /** What was asked for, before it is worked out, and what the file is called. */
  private record Choice(String file, List<String> slugs, Function<Model, Selection> selection) {
    Choice(String slug, Function<Model, Selection> selection) {
      this(slug, List.of(), selection);
    }
  }

  /** Tells what an address asks for; throws what the reader is to be told. */
  private interface Chooser {
    Choice choose(View view, Context context);
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    add(config, "/archimate.xml", Exchanges::chosen);
    add(config, "/architectuur/{slug}/archimate.xml", Exchanges::element);
    add(config, "/standaarden/{slug}/archimate.xml", Exchanges::standard);
  }

  private void add(JavalinConfig config, String path, Chooser chooser) {
    for (Language language : Language.values()) {
      Reads.add(
          config, language.prefix() + path, context -> send(context, pages.view(context), chooser));
    }
  }

  private void send(Context context, View view, Chooser chooser) {
    Choice choice = chooser.choose(view, context);
    context
        .contentType("application/xml;charset=utf-8")
        .header(
            "Content-Disposition", "attachment; filename=\"" + choice.file() + "-archimate.xml\"");
    pages.file(
        context,
        view,
        choice.slugs(),
        () -> ExchangeFile.of(view, choice.selection().apply(model(view))));
  }

  private Model model(View view) {
    return models.get(Key.of(view), none -> Model.of(view));
  }

  private static Choice chosen(View view, Context context) {
    Asked asked = Asked.of(context);
    List<Element> elements = view.overview().elements();
    List<String> known = elements.stream().map(it -> Slugs.of(it.node())).toList();
    List<String> slugs = asked.all(KEY);
    slugs.forEach(slug -> asked.check(KEY, slug, known));
    List<Node> components =
        elements.stream().map(Element::node).filter(it -> slugs.contains(Slugs.of(it))).toList();
    return components.isEmpty()
        ? new Choice("standaardencatalogus", Selection::everything)
        : new Choice(
            "architectuur",
            components.stream().map(Slugs::of).toList(),
            model -> Selection.components(view, model, components));
  }

  private static Choice element(View view, Context context) {
    String slug = context.pathParam("slug");
    Node element =
        there(
            context,
            view.overview().elements().stream()
                .map(Element::node)
                .filter(it -> Slugs.of(it).equals(slug))
                .findFirst());
    return new Choice(slug, model -> Selection.components(view, model, List.of(element)));
  }

  private static Choice standard(View view, Context context) {
    String slug = context.pathParam("slug");
    Node standard =
        there(
            context,
            view.overview().standards().stream()
                .filter(it -> it.slug().equals(slug))
                .map(StandardSummary::node)
                .findFirst());
    return new Choice(slug, model -> Selection.standard(view, model, standard));
  }

  private static Node there(Context context, Optional<Node> thing) {
    return thing.orElseThrow(
        () ->
            new ProblemException(404, "There is nothing to make a model of at " + context.path()));
  }
}
