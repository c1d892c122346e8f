package nl.standaardencatalogus.server.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.ApiVersion;
import nl.standaardencatalogus.server.http.Links;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * What can be read of the catalogue in lists, page by page, and thing by thing: standards, their
 * versions, municipalities and declarations. Every answer is of one state, whose number is in it;
 * who reads several pages and finds another number begins anew.
 *
 * <p>The answers are JSON that the published context reads as linked data; JSON-LD only names it.
 */
final class Lists {
  private static final String JSON = "application/json";
  private static final int USUAL_SIZE = 50;
  private static final int LARGEST_SIZE = 500;
  private static final long MOST_PAGES = 1_000_000;
  private static final long MOST_BYTES = 16 << 20;
  private static final long MOST_FOUND = 500_000;

  private static final List<Listing> ALL =
      List.of(
          Listing.all("/standards", "api/standard", "api/standards"),
          new Listing("/standards/{standard}/versions", "api/version", Lists::versions),
          Listing.all("/municipalities", "api/municipality", "api/municipalities"),
          new Listing("/declarations", "api/declaration", DeclarationFilters::of));

  /** What a status rests on is told in its place, by the question that tells of it. */
  private static final Map<String, String> WHY =
      Map.of("boundBy", "api/decision", "onAdviceOf", "api/advice");

  private final Supplier<Snapshot> now;
  private final Questions questions;
  private final ItemKeys keys;
  private final String context;
  private final String publicUrl;
  private final Cache<String, List<Node>> found =
      Caffeine.newBuilder()
          .maximumWeight(MOST_FOUND)
          .weigher((String list, List<Node> things) -> things.size() + 10)
          .build();
  private final Cache<String, byte[]> bodies =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String answer, byte[] body) -> body.length)
          .build();

  /**
   * The lists of a catalogue.
   *
   * @param context where the JSON-LD context is published
   */
  Lists(
      Supplier<Snapshot> now,
      Questions questions,
      ItemKeys keys,
      String context,
      String publicUrl) {
    this.now = now;
    this.questions = questions;
    this.keys = keys;
    this.context = context;
    this.publicUrl = publicUrl;
  }

  void routes(JavalinConfig config) {
    ALL.forEach(
        listing ->
            Reads.add(config, ApiVersion.PATH + listing.path(), asked -> list(asked, listing)));
    one(
        config,
        "/standards/{standard}",
        "api/standard",
        SC.STANDARD_CLASS,
        asked -> Iris.standard(asked.pathParam("standard")));
    one(
        config,
        "/standards/{standard}/versions/{version}",
        "api/version",
        SC.STANDARD_VERSION_CLASS,
        asked -> Iris.version(asked.pathParam("standard"), asked.pathParam("version")));
    one(
        config,
        "/municipalities/{municipality}",
        "api/municipality",
        null,
        asked -> Iris.municipality(asked.pathParam("municipality")));
  }

  private static Listing.Found versions(Context context, Parameters parameters, Graph state) {
    Node standard = named(context, asked -> Iris.standard(asked.pathParam("standard")));
    if (!state.contains(standard, RDF.type.asNode(), SC.STANDARD_CLASS)) {
      throw absent(context);
    }
    return new Listing.Found("api/versions", Map.of("standard", standard));
  }

  private static Node named(Context context, Function<Context, Node> name) {
    try {
      return name.apply(context);
    } catch (IllegalArgumentException e) {
      throw absent(context);
    }
  }

  private static ProblemException absent(Context context) {
    return new ProblemException(
        404,
        "There is nothing at "
            + context.path()
            + "; the list above it says what there is. Standards go by their slug, versions by"
            + " their label, municipalities by their code.");
  }

  private void one(
      JavalinConfig config, String path, String question, Node of, Function<Context, Node> name) {
    Reads.add(
        config,
        ApiVersion.PATH + path,
        asked -> {
          new Parameters(asked).end();
          String type = form(asked);
          Snapshot state = now.get();
          Node thing = named(asked, name);
          Node kind = of == null ? Node.ANY : of;
          if (!state.graph().contains(thing, RDF.type.asNode(), kind)) {
            throw absent(asked);
          }
          Links links = new Links().add(document(thing), "describedby");
          answer(asked, state, type, links, thing.getURI(), () -> item(question, thing, state));
        });
  }

  private static String document(Node thing) {
    return Iris.document(thing)
        .map(iri -> "/" + iri.substring(Iris.BASE.length()))
        .orElse(thing.getURI());
  }

  private void list(Context asked, Listing listing) {
    String type = form(asked);
    Snapshot state = now.get();
    Parameters parameters = new Parameters(asked);
    Listing.Found wanted = listing.narrowing().of(asked, parameters, state.graph());
    long page = parameters.number("page", 1, MOST_PAGES);
    int size = (int) parameters.number("pageSize", USUAL_SIZE, LARGEST_SIZE);
    parameters.end();
    List<Node> things =
        found.get(
            tag(state, "") + wanted.question() + new TreeMap<>(wanted.values()),
            none -> find(wanted, state));
    long pages = Math.max(1, (things.size() + size - 1L) / size);
    if (page > pages) {
      throw new ProblemException(
          404, "There is no page " + page + "; with this pageSize there are " + pages + ".");
    }
    Paging paging = new Paging(asked, page, size, pages);
    answer(
        asked,
        state,
        type,
        paging.links(),
        paging.at(page),
        () -> page(listing, things, paging, state));
  }

  /** In the order of their IRIs; to have a query put tens of thousands in order takes longer. */
  private List<Node> find(Listing.Found wanted, Snapshot state) {
    Node[] things =
        questions.select(wanted.question(), state.graph(), wanted.values()).stream()
            .map(row -> row.get("record"))
            .toArray(Node[]::new);
    Arrays.sort(things, Comparator.comparing(Node::getURI));
    return List.of(things);
  }

  private JsonObject page(Listing listing, List<Node> things, Paging paging, Snapshot state) {
    int from = (int) ((paging.page() - 1) * paging.size());
    int to = Math.min(things.size(), from + paging.size());
    JsonObject page = new JsonObject();
    page.put("id", publicUrl + paging.at(paging.page()));
    page.put("total", things.size());
    page.put("page", paging.page());
    page.put("pageSize", paging.size());
    page.put("pages", paging.pages());
    page.put("sequence", state.sequence());
    JsonArray items = new JsonArray();
    things.subList(from, to).forEach(thing -> items.add(item(listing.item(), thing, state)));
    page.put("items", items);
    return page;
  }

  private JsonObject item(String question, Node thing, Snapshot state) {
    JsonObject item = new JsonObject();
    item.put("id", thing.getURI());
    for (Row row : questions.select(question, state.graph(), Map.of("record", thing))) {
      String key = row.text("key");
      if (WHY.containsKey(key)) {
        because(item, key, item(WHY.get(key), row.get("value"), state));
      } else {
        keys.put(item, key, row.get("value"), row.text("many").equals("true"));
      }
    }
    return item;
  }

  private static void because(JsonObject item, String key, JsonObject reason) {
    if (!item.hasKey(key)) {
      item.put(key, new JsonArray());
    }
    item.get(key).getAsArray().add(reason);
  }

  private static String form(Context asked) {
    asked.header("Vary", "Accept");
    return Accept.best(Accept.of(asked.req()), List.of(JSON, Form.JSON_LD.type()))
        .orElseThrow(
            () ->
                new ProblemException(
                    406, "This comes as " + JSON + " and as " + Form.JSON_LD.type() + "."));
  }

  /** What is derived changes with the day too, and a folder that was put back has another hash. */
  private static String tag(Snapshot state, String form) {
    return state.sequence()
        + "-"
        + state.day()
        + "-"
        + state.hash().substring(0, Math.min(12, state.hash().length()))
        + "-"
        + form;
  }

  private void answer(
      Context asked,
      Snapshot state,
      String type,
      Links links,
      String what,
      Supplier<JsonObject> body) {
    boolean plain = type.equals(JSON);
    String tag = tag(state, plain ? "json" : "jsonld");
    Validators validators = new Validators('"' + tag + '"', null);
    validators.send(asked.res());
    asked.header("Cache-Control", "no-cache");
    asked.header("Catalogue-Sequence", Long.toString(state.sequence()));
    if (plain) {
      links.add(context, "http://www.w3.org/ns/json-ld#context", "type", Form.JSON_LD.type());
    }
    asked.header("Link", links.header());
    if (validators.unchanged(asked.req())) {
      asked.status(304);
      return;
    }
    asked.contentType(type);
    asked.result(bodies.get(tag + " " + what, none -> written(body.get(), plain)));
  }

  private byte[] written(JsonObject body, boolean plain) {
    JsonObject whole = new JsonObject();
    if (!plain) {
      whole.put("@context", context);
    }
    body.forEach((key, value) -> whole.put(key, value));
    return whole.toString().getBytes(StandardCharsets.UTF_8);
  }
}
