package nl.standaardencatalogus.server.document;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.server.dump.Releases;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Links;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;
import nl.standaardencatalogus.server.page.Language;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Linked data over HTTP: an identifier answers with where its document is, a document with what it
 * says, in the form that the address ends in or else the one that suits the client best.
 */
public final class Documents {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private final Archive archive;
  private final Supplier<Releases.Newest> release;
  private final Shelf shelf;
  private final Pages pages;
  private final String publicUrl;
  private final Mementos mementos;
  private final JsonLdContext jsonLd;
  private final Writing writing;
  private final Delivery delivery;
  private final Instant started;
  private volatile Statistics counts;

  /** The pages for people that documents send readers on to. */
  public interface Pages {
    /** The path of the page about a thing, where there is one. */
    Optional<String> of(Node thing);

    /** The path of the page about a record as a revision left it, until the next one. */
    String of(Revision revision, Moment from, Optional<Moment> next);

    /** Answers with the page about a record that was deleted. */
    void gone(Context context, Node record);
  }

  /**
   * The documents of an archive.
   *
   * @param release what the newest dump says of itself; empty when there is none
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   * @param started when the program started: its words and rules came with it
   */
  public Documents(
      Archive archive,
      Pages pages,
      Supplier<Releases.Newest> release,
      String publicUrl,
      Instant started) {
    this.archive = archive;
    this.release = release;
    this.shelf = new Shelf(archive);
    this.pages = pages;
    this.publicUrl = publicUrl;
    this.mementos = new Mementos(publicUrl);
    this.jsonLd = JsonLdContext.of(archive.words());
    this.writing = new Writing(jsonLd, publicUrl + JsonLdContext.PATH);
    this.delivery = new Delivery(writing);
    this.started = started;
  }

  /** Adds identifiers, documents, words and what there is to know of them to the routes. */
  public void routes(JavalinConfig config) {
    Reads.add(config, "/id/<tail>", context -> identifier(context, context.pathParam("tail")));
    Reads.add(config, "/doc/<tail>", context -> thing(context, context.pathParam("tail")));
    Reads.add(config, "/timegate/<tail>", this::timegate);
    Reads.add(config, "/timemap/<tail>", this::timemap);
    Reads.add(config, "/memento/{number}", this::memento);
    Reads.add(
        config,
        JsonLdContext.PATH,
        context -> file(context, Form.JSON_LD.type(), jsonLd.document().toString()));
    Reads.add(config, "/def", context -> word(context, ""));
    Reads.add(config, "/def/<tail>", context -> word(context, context.pathParam("tail")));
    overview(config);
    for (Form form : Form.OF_DOCUMENTS) {
      Reads.add(config, "/def." + form.suffix(), context -> word(context, "." + form.suffix()));
    }
  }

  private void overview(JavalinConfig config) {
    for (String path : new String[] {"/void", "/.well-known/void"}) {
      Reads.add(config, path, context -> show(context, description(), null));
    }
    for (Form form : Form.OF_DOCUMENTS) {
      Reads.add(config, "/void." + form.suffix(), context -> show(context, description(), form));
    }
    Reads.add(
        config,
        "/prefixes.ttl",
        context -> file(context, "text/turtle;charset=utf-8", Vocabularies.declarations()));
    Reads.add(
        config,
        "/prefixes.json",
        context -> file(context, "application/json", Vocabularies.json()));
    Reads.add(
        config,
        "/sparql/termen.json",
        context ->
            file(context, "application/json", Terms.json(archive.words(), counts(archive.now()))));
  }

  /**
   * Answers with what a graph says, unless the client prefers a page.
   *
   * @param path where it is, without a slash at the end
   * @param modified when it last became what it is; null for when the program started
   * @return whether it has been answered
   */
  public boolean answer(Context context, Node about, String path, Graph graph, Instant modified) {
    Delivery.vary(context, "Accept");
    Form form = accepted(context).orElseThrow(() -> unacceptable(406));
    if (form != Form.HTML) {
      delivery.sendHere(context, aged(Document.of(about, path, graph, modified)), form);
    }
    return form != Form.HTML;
  }

  /** What a graph says in a form for programs, with the prefixes and the context of documents. */
  public byte[] written(Graph graph, Form form) {
    Graph prefixed = GraphFactory.createDefaultGraph();
    prefixed.getPrefixMapping().setNsPrefixes(Vocabularies.prefixes());
    GraphUtil.addInto(prefixed, graph);
    return writing.bytes(prefixed, form);
  }

  /** The context of documents in JSON-LD, by the addresses that it is known under. */
  public Map<URI, String> contexts() {
    return contexts(jsonLd, publicUrl);
  }

  /**
   * The same, where nothing is served.
   *
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  public static Map<URI, String> contexts(String publicUrl) {
    return contexts(JsonLdContext.of(Ontology.graph()), publicUrl);
  }

  private static Map<URI, String> contexts(JsonLdContext jsonLd, String publicUrl) {
    String context = jsonLd.document().toString();
    String base = Iris.BASE.substring(0, Iris.BASE.length() - 1);
    return Stream.of(publicUrl, base)
        .distinct()
        .collect(Collectors.toMap(url -> URI.create(url + JsonLdContext.PATH), url -> context));
  }

  /** Where the context is published. */
  public String contextAddress() {
    return publicUrl + JsonLdContext.PATH;
  }

  private static void file(Context context, String type, String content) {
    context.contentType(type).header("Cache-Control", "max-age=300").result(content);
  }

  private Document description() {
    Snapshot now = archive.now();
    return DataDescription.of(now, counts(now), release.get());
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

  private void identifier(Context context, String tail) {
    context.header("Vary", "Accept");
    Optional<Document> found = shelf.thing(tail);
    if (found.isEmpty()) {
      tombstone(context, new Asked(tail, shelf.tombstone(tail), null));
      return;
    }
    Document document = found.get();
    // Against all forms: who reads RDF of some kind, and pages if need be, gets the RDF.
    boolean people = accepted(context).filter(Form.HTML::equals).isPresent();
    String page = people ? pages.of(document.about()).orElse(null) : null;
    context.header("Link", links(document).header());
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
    String tail = without(path, form.get());
    return new Asked(tail, find.apply(tail), form.get());
  }

  private static String without(String path, Form form) {
    return path.substring(0, path.length() - form.suffix().length() - 1);
  }

  private void timegate(Context context) {
    String tail = context.pathParam("tail");
    Optional<Form> form = timeline(tail).isPresent() ? Optional.empty() : Form.ofSuffix(tail);
    String whole = form.map(f -> without(tail, f)).orElse(tail);
    mementos.gate(context, timeline(whole).orElseThrow(() -> nothing(whole)), form);
  }

  private void timemap(Context context) {
    String tail = context.pathParam("tail");
    mementos.map(context, timeline(tail).orElseThrow(() -> nothing(tail)));
  }

  private Optional<Mementos.Timeline> timeline(String tail) {
    return timeline(Iris.thingAt(tail));
  }

  private Optional<Mementos.Timeline> timeline(Node record) {
    List<Moment> moments = archive.moments(record);
    return moments.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mementos.Timeline(record, Shelf.path(record), moments));
  }

  private void memento(Context context) {
    String name = context.pathParam("number");
    Optional<Form> form = Form.ofSuffix(name);
    String number = form.map(f -> without(name, f)).orElse(name);
    Revision revision =
        Optional.of(number)
            .filter(n -> n.matches("[1-9][0-9]{0,17}"))
            .flatMap(n -> archive.revision(Long.parseLong(n)))
            .orElseThrow(() -> new ProblemException(404, "There is no memento " + number + "."));
    Document document = shelf.memento(revision).orElseThrow(() -> nothing(number));
    Mementos.Timeline timeline = timeline(revision.record()).orElseThrow(() -> nothing(number));
    Links links = alternates(document.at("/memento/" + number));
    mementos.describe(context, timeline, revision.number(), links);
    context.header("Link", links.header());
    if (form.isEmpty()) {
      context.header("Vary", "Accept");
    }
    Form chosen = form.or(() -> accepted(context)).orElseThrow(() -> unacceptable(406));
    if (chosen == Form.HTML) {
      see(context, pageOf(revision, timeline));
    } else {
      context.header("Cache-Control", FOR_GOOD);
      delivered(context, document.at("/memento/" + number), revision.kind(), chosen);
    }
  }

  /** What was deleted was not there: the memento of that says so, as the document did then. */
  private void delivered(Context context, Document document, Kind kind, Form form) {
    if (kind == Kind.DELETE) {
      context.status(410);
      delivery.write(context, document, form);
    } else {
      delivery.send(context, document, form);
    }
  }

  private String pageOf(Revision revision, Mementos.Timeline timeline) {
    List<Moment> moments = timeline.moments();
    int place = moments.stream().map(Moment::revision).toList().indexOf(revision.number());
    return pages.of(revision, moments.get(place), moments.stream().skip(place + 1L).findFirst());
  }

  /** Says of what was deleted what is left of it, and of what never was that it is not there. */
  private void tombstone(Context context, Asked asked) {
    Document tombstone = asked.document().orElseThrow(() -> nothing(asked.tail()));
    context.header("Link", linksOfDeleted(tombstone).header());
    Form form = asked.form();
    if (form == null) {
      context.header("Vary", "Accept");
      form = accepted(context).orElseThrow(() -> unacceptable(410));
    }
    context.status(410);
    context.header("Cache-Control", "no-cache");
    if (form == Form.HTML) {
      pages.gone(context, tombstone.about());
    } else {
      delivery.write(context, tombstone, form);
    }
  }

  private static ProblemException nothing(String tail) {
    return new ProblemException(404, "There is nothing with the identifier id/" + tail + ".");
  }

  private static Optional<Form> accepted(Context context) {
    return Form.ofAccept(Accept.of(context.req()));
  }

  private static ProblemException unacceptable(int status) {
    String forms = Form.OF_DOCUMENTS.stream().map(Form::type).collect(Collectors.joining(", "));
    return new ProblemException(
        status,
        status == 410
            ? "This record was deleted; ask for RDF to learn what is left of it."
            : "This document comes as " + forms + ".");
  }

  private void show(Context context, Document document, Form asked) {
    if (asked == null) {
      context.header("Vary", "Accept");
    }
    context.header("Link", links(document).header());
    Form form = asked != null ? asked : accepted(context).orElseThrow(() -> unacceptable(406));
    context.header("Cache-Control", "no-cache");
    Optional<String> page = form == Form.HTML ? pages.of(document.about()) : Optional.empty();
    if (page.isPresent()) {
      see(context, page.get());
    } else if (form == Form.HTML) {
      plainPage(context, document);
    } else {
      delivery.send(context, aged(document), form);
    }
  }

  private Document aged(Document document) {
    return document.modified() != null ? document : document.since(started);
  }

  /** For what has no page of its own, in the language that the reader prefers. */
  private void plainPage(Context context, Document document) {
    Language language = Language.preferred(context.header("Accept-Language"));
    Delivery.vary(context, "Accept-Language");
    context.header("Content-Language", language.tag());
    Validators validators =
        // With the state, as the names of what it refers to come from there.
        new Validators(
            '"'
                + document.hash()
                + "-html-"
                + archive.now().sequence()
                + "-"
                + language.tag()
                + '"',
            null);
    validators.send(context.res());
    if (validators.unchanged(context.req())) {
      context.status(304);
      return;
    }
    context.disableCompression();
    DocumentPage page = DocumentPage.of(document, language, archive.words(), archive.now().graph());
    context.contentType("text/html;charset=utf-8");
    context.render("document/document.jte", Map.of("page", page));
  }

  private static Links alternates(Document document) {
    Links links = new Links().add(document.about().getURI(), "describes");
    for (Form form : Form.OF_DOCUMENTS) {
      links.add(document.path() + "." + form.suffix(), "alternate", "type", form.type());
    }
    return links;
  }

  /** Where a document is for good, in which forms, what it is part of and where its past is. */
  private Links links(Document document) {
    Links links = alternates(document);
    links.add(publicUrl + document.path(), "canonical");
    links.add("/void", "describedby", "type", Form.TURTLE.type());
    timeline(document.about()).ifPresent(timeline -> mementos.original(timeline, links));
    return links;
  }

  /** As for any document, and where to go on (RFC 5829). */
  private Links linksOfDeleted(Document tombstone) {
    Links links = links(tombstone);
    tombstone.graph().stream(tombstone.about(), DCTerms.isReplacedBy.asNode(), Node.ANY)
        .map(triple -> triple.getObject().getURI())
        .sorted()
        .forEach(successor -> links.add(successor, "successor-version"));
    return links;
  }

  private static void see(Context context, String path) {
    context.status(303);
    context.header("Location", path);
  }
}
