package nl.standaardencatalogus.server.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Body;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;

/**
 * The event streams over HTTP: for each view a root with relations only, and pages with members. A
 * closed page is the same for ever; the root and the page that is open are soon out of date.
 */
public final class Feeds {
  /** The members of a closed page, at most; another number would move every page. */
  static final int PAGE_SIZE = 250;

  /** The root has no members and so comes in more forms than a page, of which each is a graph. */
  private static final List<Form> OF_ROOTS =
      List.of(Form.TRIG, Form.N_QUADS, Form.JSON_LD, Form.TURTLE, Form.N_TRIPLES);

  /** Where people read what the streams are and how to follow them. */
  private static final String FOR_PEOPLE = "/hergebruik#volgen";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_A_MOMENT = "public, max-age=10";

  /** Compressed, all pages of the demonstration in the form that most clients ask for. */
  private static final long BYTES_KEPT = 32L << 20;

  private final Catalogue catalogue;
  private final FeedText text;
  private final Map<Feed, Paging> pagings = new EnumMap<>(Feed.class);
  private final Cache<Key, Body> bodies =
      Caffeine.newBuilder()
          .maximumWeight(BYTES_KEPT)
          .weigher((Key key, Body body) -> 200 + body.zipped().length)
          .build();

  /**
   * Something that is sent.
   *
   * @param page its number; 0 for the root
   * @param sequence the commit up to which it goes; 0 for what never changes
   */
  private record Key(String view, int page, long sequence, Form form) {}

  /**
   * The event streams of a catalogue.
   *
   * @param base where the catalogue is on the web
   */
  public Feeds(Catalogue catalogue, Questions questions, String base) {
    this.catalogue = catalogue;
    this.text = new FeedText(catalogue, questions, base);
    for (Feed feed : Feed.values()) {
      pagings.put(feed, new Paging(feed.records(), PAGE_SIZE));
    }
  }

  /** Adds the roots and the pages to the routes. */
  public void routes(JavalinConfig config) {
    for (View view : View.ALL) {
      Reads.add(config, view.path(), context -> root(context, view));
      Reads.add(config, view.path() + "/pagina/{number}", context -> page(context, view));
    }
  }

  private Paging.Pages pages(View view) {
    return pagings.get(view.feed()).upTo(catalogue.snapshot().sequence(), catalogue.index());
  }

  private void root(Context context, View view) {
    if (isForPeople(context)) {
      context.header("Vary", "Accept");
      context.redirect(FOR_PEOPLE, HttpStatus.SEE_OTHER);
      return;
    }
    Paging.Pages pages = pages(view);
    Form form = form(context, OF_ROOTS);
    Body body = kept(new Key(view.path(), 0, pages.sequence(), form), () -> text.root(view, pages));
    List<FeedPage> list = pages.list();
    Instant changed = list.isEmpty() ? null : list.get(list.size() - 1).to();
    context.header("Cache-Control", FOR_A_MOMENT);
    context.header("Catalogue-Sequence", Long.toString(pages.sequence()));
    send(context, body, form, changed);
  }

  private void page(Context context, View view) {
    Paging.Pages pages = pages(view);
    FeedPage page = page(context.pathParam("number"), pages.list(), view);
    Form form = form(context, Form.OF_NAMED_GRAPHS);
    boolean immutable = view.immutable(page);
    Key key = new Key(view.path(), page.number(), immutable ? 0 : pages.sequence(), form);
    Body body = kept(key, () -> text.page(view, page, pages.sequence()));
    context.header("Cache-Control", immutable ? FOR_EVER : FOR_A_MOMENT);
    context.header("Link", "<" + view.path() + ">; rel=\"collection\"");
    send(context, body, form, page.to());
  }

  private static FeedPage page(String number, List<FeedPage> pages, View view) {
    if (number.matches("[1-9][0-9]{0,8}") && Integer.parseInt(number) <= pages.size()) {
      return pages.get(Integer.parseInt(number) - 1);
    }
    throw new ProblemException(
        404,
        "There is no page " + number + " of " + view.path() + ", which has " + pages.size() + ".");
  }

  /** Whether a page suits the client better than any form of a root: it is a browser. */
  private static boolean isForPeople(Context context) {
    List<String> types = new ArrayList<>(OF_ROOTS.stream().map(Form::type).toList());
    types.add("text/html");
    return Accept.best(Accept.of(context.req()), types).filter("text/html"::equals).isPresent();
  }

  private static Form form(Context context, List<Form> offered) {
    context.header("Vary", "Accept, Accept-Encoding");
    return Form.ofAccept(Accept.of(context.req()), offered)
        .orElseThrow(
            () ->
                new ProblemException(
                    406,
                    "This part of the feed comes as "
                        + offered.stream().map(Form::type).toList()
                        + ". A member is a named graph, which other forms do not have."));
  }

  private Body kept(Key key, Supplier<String> quads) {
    return bodies.get(key, missing -> Body.of(Written.of(quads.get(), missing.form())));
  }

  private static void send(Context context, Body body, Form form, Instant changed) {
    context.contentType(form.type() + ";charset=utf-8");
    body.send(context, form.suffix(), changed);
  }
}
