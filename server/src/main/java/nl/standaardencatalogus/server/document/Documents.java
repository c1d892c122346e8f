package nl.standaardencatalogus.server.document;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Language;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFWriter;

/**
 * Linked data over HTTP: an identifier answers with where its document is, a document with what it
 * says, in the form that the address ends in or else the one that suits the client best.
 */
public final class Documents {
  private final Archive archive;
  private final Shelf shelf;
  private final Function<Node, Optional<String>> pages;
  private final BiConsumer<Context, Node> gone;
  private volatile Statistics counts;

  /**
   * The documents of an archive.
   *
   * @param pages the path of the page for people about a thing, where there is one
   * @param gone answers with the page about a record that was deleted
   */
  public Documents(
      Archive archive, Function<Node, Optional<String>> pages, BiConsumer<Context, Node> gone) {
    this.archive = archive;
    this.shelf = new Shelf(archive);
    this.pages = pages;
    this.gone = gone;
  }

  /** Adds identifiers, documents, words and what there is to know of them to the routes. */
  public void routes(JavalinConfig config) {
    route(config, "/id/<tail>", context -> identifier(context, context.pathParam("tail")));
    route(config, "/doc/<tail>", context -> thing(context, context.pathParam("tail")));
    route(config, "/def", context -> word(context, ""));
    route(config, "/def/<tail>", context -> word(context, context.pathParam("tail")));
    overview(config);
    for (Form form : Form.values()) {
      route(config, "/def." + form.suffix(), context -> word(context, "." + form.suffix()));
    }
  }

  private void overview(JavalinConfig config) {
    for (String path : new String[] {"/void", "/.well-known/void"}) {
      route(config, path, context -> show(context, description(), null));
    }
    for (Form form : Form.values()) {
      route(config, "/void." + form.suffix(), context -> show(context, description(), form));
    }
    route(
        config,
        "/prefixes.ttl",
        context -> file(context, "text/turtle;charset=utf-8", Vocabularies.declarations()));
    route(
        config,
        "/prefixes.json",
        context -> file(context, "application/json", Vocabularies.json()));
    route(
        config,
        "/sparql/termen.json",
        context ->
            file(context, "application/json", Terms.json(archive.words(), counts(archive.now()))));
  }

  private static void file(Context context, String type, String content) {
    context.contentType(type).header("Cache-Control", "max-age=300").result(content);
  }

  private Document description() {
    Snapshot now = archive.now();
    return DataDescription.of(now, counts(now));
  }

  /** The counts of a state, which are kept until there is a newer one. */
  private Statistics counts(Snapshot state) {
    Statistics known = counts;
    if (known == null || known.sequence() != state.sequence()) {
      known = Statistics.of(state);
      counts = known;
    }
    return known;
  }

  private static void route(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
  }

  private void identifier(Context context, String tail) {
    context.header("Vary", "Accept");
    Optional<Document> found = shelf.thing(tail);
    if (found.isEmpty()) {
      tombstone(context, new Asked(tail, shelf.tombstone(tail), null));
      return;
    }
    Document document = found.get();
    boolean people = Accept.page(context.header("Accept"));
    String page = people ? pages.apply(document.about()).orElse(null) : null;
    see(context, page == null ? document.path() : page);
  }

  private void thing(Context context, String tail) {
    Asked asked = asked(tail, shelf::thing);
    if (asked.document().isPresent()) {
      show(context, asked.document().get(), asked.form());
    } else {
      tombstone(context, asked(tail, shelf::tombstone));
    }
  }

  private void word(Context context, String tail) {
    Asked asked = asked(tail, shelf::word);
    show(
        context,
        asked
            .document()
            .orElseThrow(() -> new ProblemException(404, "There is no word at /def/" + tail + ".")),
        asked.form());
  }

  private record Asked(String tail, Optional<Document> document, Form form) {}

  /** Takes the form off the path, unless it is part of the name of a thing (a version "2.nt"). */
  private static Asked asked(String path, Function<String, Optional<Document>> find) {
    Optional<Form> form = Form.ofSuffix(path);
    Optional<Document> whole = path.startsWith(".") ? Optional.empty() : find.apply(path);
    if (form.isEmpty() || whole.isPresent()) {
      return new Asked(path, whole, null);
    }
    String tail = path.substring(0, path.length() - form.get().suffix().length() - 1);
    return new Asked(tail, find.apply(tail), form.get());
  }

  /** Says of what was deleted what is left of it, and of what never was that it is not there. */
  private void tombstone(Context context, Asked asked) {
    Document tombstone =
        asked
            .document()
            .orElseThrow(
                () ->
                    new ProblemException(
                        404, "There is nothing with the identifier id/" + asked.tail() + "."));
    Form form = asked.form();
    if (form == null) {
      context.header("Vary", "Accept");
      form =
          Form.ofAccept(context.header("Accept"))
              .orElseThrow(
                  () ->
                      new ProblemException(
                          410,
                          "This record was deleted; ask for RDF to learn what is left of it."));
    }
    context.status(410);
    context.header("Cache-Control", "no-cache");
    links(context, tombstone);
    if (form == Form.HTML) {
      gone.accept(context, tombstone.about());
    } else {
      context.contentType(type(form)).result(written(tombstone, form));
    }
  }

  private void show(Context context, Document document, Form asked) {
    if (asked == null) {
      context.header("Vary", "Accept");
    }
    Form form =
        asked != null
            ? asked
            : Form.ofAccept(context.header("Accept"))
                .orElseThrow(
                    () ->
                        new ProblemException(
                            406,
                            "This document comes as "
                                + Arrays.stream(Form.values()).map(Form::type).toList()
                                + "."));
    if (form == Form.HTML) {
      Optional<String> page = pages.apply(document.about());
      if (page.isPresent()) {
        see(context, page.get());
        return;
      }
    }
    links(context, document);
    Language language = Language.preferred(context.header("Accept-Language"));
    String tag = document.tag(form);
    if (form == Form.HTML) {
      tag = tag.replaceFirst("\"$", "-" + language.tag() + "\"");
      context.header("Vary", asked == null ? "Accept, Accept-Language" : "Accept-Language");
      context.header("Content-Language", language.tag());
    }
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    if (matches(context.header("If-None-Match"), tag)) {
      context.status(304);
      return;
    }
    context.contentType(type(form));
    if (form == Form.HTML) {
      DocumentPage page =
          DocumentPage.of(document, language, archive.words(), archive.now().graph());
      context.render("document/document.jte", Map.of("page", page));
    } else {
      context.result(written(document, form));
    }
  }

  private static String type(Form form) {
    return form.type() + (form == Form.RDF_XML ? "" : ";charset=utf-8");
  }

  private static byte[] written(Document document, Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    RDFWriter.source(document.graph()).format(form.format()).output(out);
    return out.toByteArray();
  }

  private static void links(Context context, Document document) {
    StringBuilder links = new StringBuilder();
    links.append('<').append(document.about().getURI()).append(">; rel=\"describes\"");
    for (Form form : Form.values()) {
      links.append(", <").append(document.path()).append('.').append(form.suffix());
      links.append(">; rel=\"alternate\"; type=\"").append(form.type()).append('"');
    }
    context.header("Link", links.toString());
  }

  private static boolean matches(String header, String tag) {
    if (header == null) {
      return false;
    }
    return Arrays.stream(header.split(","))
        .map(String::trim)
        .map(t -> t.startsWith("W/") ? t.substring(2) : t)
        .anyMatch(t -> t.equals("*") || t.equals(tag));
  }

  private static void see(Context context, String path) {
    context.status(303);
    context.header("Location", path);
  }
}
