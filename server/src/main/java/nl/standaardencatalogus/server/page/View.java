package nl.standaardencatalogus.server.page;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * One request for a page: which state of the catalogue, on which day, in which language.
 *
 * @param path the path asked for, without language
 * @param query what follows it, without {@code op}; may be empty
 * @param op the past day asked for; null for today
 * @param today the day on which it is asked
 */
public record View(
    States states,
    Snapshot snapshot,
    Overview overview,
    Questions questions,
    Language language,
    Texts texts,
    String path,
    String query,
    String op,
    String publicUrl,
    Assets assets,
    Told told,
    LocalDate today) {
  private static final int MOST_REVISIONS = 12;
  private static final int MOST_FOUND = 100;
  private static final Pattern ZONED = Pattern.compile("[-:.0-9T]+(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final Set<String> NUMBERS =
      Set.of(XSDDatatype.XSDdecimal.getURI(), XSDDatatype.XSDinteger.getURI());

  /** What is not whole is most often money. */
  private static final int CENTS = 2;

  private static final int LONG = 300;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final String REUSE = "/hergebruik";
  private static final Node CATALOG = NodeFactory.createURI(Iris.BASE + "catalog");
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** The last moment of a day in the Netherlands. */
  public static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusMillis(1);
  }

  /** The moment whose state it shows; null for now. */
  Instant asOf() {
    return op == null ? null : end(overview.day());
  }

  /** The day that is looked at. */
  public String day() {
    return overview.day().toString();
  }

  public String t(String key, Object... values) {
    return texts.get(key, values);
  }

  public List<Row> ask(String question, String variable, Node value) {
    return ask(question, Map.of(variable, value));
  }

  public List<Row> ask(String question, Map<String, Node> values) {
    return questions.select(question, snapshot.graph(), values);
  }

  /** The rows of a question about facts, by the property that each speaks of. */
  public Map<String, List<Row>> facts(String question, String variable, Node value) {
    Map<String, List<Row>> facts = new LinkedHashMap<>();
    for (Row row : ask(question, variable, value)) {
      facts.computeIfAbsent(row.text("property"), p -> new ArrayList<>()).add(row);
    }
    return facts;
  }

  /** What a thing is called; its slug where it has no name. */
  public String name(Node thing) {
    Name name = overview.names().get(thing);
    String slug = Slugs.of(thing);
    return name == null
        ? Unnamed.of(this, thing).orElse(texts.getOr("concept." + slug, slug))
        : name.in(language);
  }

  /**
   * What a thing is called in Dutch, for what is recorded in Dutch whatever the page's language.
   */
  public String dutchName(Node thing) {
    Name name = overview.names().get(thing);
    return name == null ? Slugs.of(thing) : name.in(Language.NL);
  }

  /** A concept in the middle of a sentence. */
  public String concept(Node concept) {
    return concept == null ? t("unknown") : name(concept);
  }

  /** A link to what shows a thing here; plain text for what only has a name. */
  public Link link(Node thing) {
    if (!thing.isURI()) {
      return Link.text(thing.getLiteralLexicalForm());
    }
    return new Link(name(thing), address(thing));
  }

  private String address(Node thing) {
    boolean known = overview.names().containsKey(thing) || Unnamed.is(thing);
    return known ? PagePaths.of(thing).map(this::href).orElse(null) : null;
  }

  /** A link to a page elsewhere, shown by its host. */
  public Link web(String address) {
    if (!PagePaths.web(address)) {
      return Link.text(address);
    }
    String host = address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/?#].*$", "");
    return new Link(host, address);
  }

  public String date(String date) {
    return date == null ? t("unknown") : texts.date(date);
  }

  /** A date that is known, as it stands in a sentence: on a day, in a month or a year. */
  public String when(String date) {
    return texts.when(date);
  }

  public String href(String to) {
    return Frame.address(language, op, to);
  }

  boolean weak(Node confidence) {
    return confidence != null && Set.of("middel", "laag").contains(Slugs.of(confidence));
  }

  /** What to say of a source that is not read with certainty; null for one that is. */
  public String weakness(Node confidence) {
    return weak(confidence) ? t("confidence." + Slugs.of(confidence)) : null;
  }

  public Badge badge(Node value) {
    return new Badge(name(value), Tones.of(Slugs.of(value)));
  }

  public Frame frame(String title, String section, List<Link> crumbs, boolean listed) {
    return frame(title, section, crumbs, listed, List.<Link>of());
  }

  /** The frame of a page; the thing it is about, if any, lends its RDF addresses. */
  Frame frame(String title, String section, List<Link> crumbs, boolean listed, Node thing) {
    return frame(title, section, crumbs, listed, thing == null ? List.<Link>of() : data(thing));
  }

  /** The frame of a page that is also to be had in RDF at these addresses. */
  public Frame frame(
      String title, String section, List<Link> crumbs, boolean listed, List<Link> data) {
    return new Frame(
        texts,
        language,
        title,
        section,
        crumbs,
        path,
        query,
        data,
        listed,
        overview.sample(),
        overview.real(),
        op,
        today.minusDays(1).toString(),
        snapshot.sequence() == 0 ? null : snapshot.recorded().atZone(ZONE).toLocalDate().toString(),
        overview.municipalities().size(),
        publicUrl,
        assets,
        this::structured);
  }

  /** What search engines are told in this page; null for nothing, as on a past day. */
  private String structured() {
    return op != null
        ? null
        : subjects()
            .flatMap(it -> told.about(snapshot, it, language.tag(), this::canonical).stream())
            .findFirst()
            .orElse(null);
  }

  private Stream<Node> subjects() {
    return switch (path) {
      case "/" -> Stream.of(NodeFactory.createURI(publicUrl + "/"));
      case REUSE -> Stream.of(CATALOG);
      default -> PagePaths.things(path).stream();
    };
  }

  /** The whole address of the page about a thing. */
  private Optional<String> canonical(Node thing) {
    String iri = thing.getURI();
    boolean ours = iri.startsWith(CATALOG.getURI()) || iri.startsWith(Iris.BASE + "void#");
    return (ours ? Optional.of(REUSE) : PagePaths.of(thing))
        .map(of -> publicUrl + language.prefix() + of);
  }

  /** The same request, as if it was for another path. */
  View at(String other) {
    return new View(
        states, snapshot, overview, questions, language, texts, other, query, op, publicUrl, assets,
        told, today);
  }

  /** The same request about another state. */
  View on(Snapshot other, Overview its) {
    return new View(
        states, other, its, questions, language, texts, path, query, op, publicUrl, assets, told,
        today);
  }

  /** A link to the page about a commit. */
  public Link commit(long number) {
    return new Link(t("name.commit", number), href("/commits/" + number));
  }

  /** A link to the page about a revision. */
  public Link revision(long number) {
    return new Link(t("name.revisie", number), href("/revisies/" + number));
  }

  /** The way to a page: home, then the section, then the page itself. */
  public List<Link> crumbs(Link... way) {
    List<Link> crumbs = new ArrayList<>();
    crumbs.add(new Link(t("home"), href("/")));
    crumbs.addAll(List.of(way));
    return crumbs;
  }

  public Link section(String key, String path) {
    return new Link(t(key), href(path));
  }

  static List<Link> data(Node thing) {
    return PagePaths.document(thing)
        .map(
            doc ->
                List.of(
                    new Link("text/turtle", doc + ".ttl"),
                    new Link("application/ld+json", doc + ".jsonld"),
                    new Link("application/rdf+xml", doc + ".rdf"),
                    new Link("application/n-triples", doc + ".nt")))
        .orElse(List.of());
  }

  /** The files about a thing that a page shows: its data, and itself in a model. */
  List<Link> downloads(Node thing) {
    return Stream.concat(
            data(thing).stream(),
            PagePaths.of(thing)
                .map(page -> new Link("application/xml", href(page + "/archimate.xml")))
                .stream())
        .toList();
  }

  /** The identifier of a thing, leading to its document. */
  Fact uri(Node thing) {
    return new Fact(
        t("fact.uri"), List.of(new Link(thing.getURI(), PagePaths.document(thing).orElse(null))));
  }

  /** The last revisions of a record in this state of the catalogue, the newest first. */
  List<Earlier> revisions(Node record) {
    long newest = snapshot.current(record).map(Snapshot.Current::revision).orElse(0L);
    List<Moment> moments = states.moments(record);
    List<Earlier> earlier = new ArrayList<>();
    for (int i = moments.size() - 1; i >= 0 && earlier.size() < MOST_REVISIONS; i--) {
      Moment moment = moments.get(i);
      if (moment.revision() <= newest) {
        Moment next = i + 1 < moments.size() ? moments.get(i + 1) : null;
        states
            .revision(moment.revision())
            .ifPresent(revision -> earlier.add(earlier(revision, moment, next)));
      }
    }
    return earlier;
  }

  private Earlier earlier(Revision revision, Moment from, Moment next) {
    String label = t("revision.line", revision.number(), t("revision." + revision.kind().name()));
    LocalDate day = day(from);
    boolean ended = day.isBefore(overview.day()) && (next == null || !day(next).equals(day));
    Link page =
        PagePaths.of(revision.record())
            .filter(path -> ended && revision.kind() != Kind.DELETE)
            .map(path -> language.prefix() + path + "?op=" + day)
            .map(path -> new Link(t("revision.then", date(day.toString())), path))
            .orElse(null);
    String by =
        states
            .commitOf(revision.number())
            .flatMap(commit -> by(commit, revision.record()))
            .orElse(null);
    return new Earlier(new Link(label, href("/revisies/" + revision.number())), by, page);
  }

  /** Whose word it is: of a declaration always, else where another proposed than recorded it. */
  private Optional<String> by(Commit commit, Node record) {
    return commit
        .proposer()
        .map(it -> t("revision.proposed", name(it.organisation())))
        .or(
            () ->
                Iris.isDeclaration(record)
                    ? Optional.of(t("revision.by", name(commit.onBehalfOf())))
                    : Optional.empty());
  }

  /** The day on which something was recorded. */
  static LocalDate day(Moment moment) {
    return LocalDate.ofInstant(moment.recorded(), ZONE);
  }

  /** What a class or property is called. */
  public String term(Node term) {
    Name name = overview.names().get(term);
    String local = Slugs.of(term);
    return name == null ? texts.getOr("term." + local, local) : name.in(language);
  }

  /** A literal as people read it; what is very long is cut. */
  public String literal(Node node) {
    String text = node.getLiteralLexicalForm();
    String type = node.getLiteralDatatypeURI();
    if (type.endsWith("#boolean")) {
      return t(text.equals("true") || text.equals("1") ? "yes" : "no");
    }
    if (type.endsWith("#dateTime") && ZONED.matcher(text).matches()) {
      return moment(OffsetDateTime.parse(text).toInstant());
    }
    if (type.endsWith("#date") || type.endsWith("#gYearMonth")) {
      return date(text);
    }
    if (NUMBERS.contains(type) && node.getLiteral().isWellFormed()) {
      BigDecimal number = new BigDecimal(text.strip());
      return texts.number(number, number.scale() == 0 ? 0 : Math.max(CENTS, number.scale()));
    }
    return text.length() > LONG ? text.substring(0, LONG) + "…" : text;
  }

  /** A moment, to the minute. */
  public String moment(Instant moment) {
    ZonedDateTime local = moment.atZone(ZONE);
    return t("moment", date(local.toLocalDate().toString()), CLOCK.format(local));
  }

  /** Whether the state says anything about a thing. */
  public boolean holds(Node thing) {
    return snapshot.graph().contains(thing, Node.ANY, Node.ANY);
  }

  /** Whether what a row says from one day until another holds on the day that is looked at. */
  public boolean holds(Row row) {
    boolean began = !row.has("from") || !PartialDate.isAfter(row.text("from"), day());
    return began && !(row.has("until") && PartialDate.isOver(row.text("until"), day()));
  }

  /** Whether somebody declared it, in a catalogue where others are made up for demonstration. */
  public boolean isReal(Node declaration) {
    return overview.sample() && !isMadeUp(declaration);
  }

  /** Whether it is made up for demonstration. */
  public boolean isMadeUp(Node declaration) {
    return snapshot.graph().contains(declaration, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
  }

  /** All municipalities of the day, by name. */
  public List<Node> municipalities() {
    return overview.municipalities().stream().map(Municipality::node).toList();
  }

  /** The standards that words find, the best first; all by name when there are none. */
  public List<Node> standards(String words) {
    if (words.isEmpty()) {
      return overview.standards().stream()
          .map(StandardSummary::node)
          .sorted(Comparator.comparing(it -> name(it).toLowerCase(Language.NL.locale())))
          .toList();
    }
    return overview.search().find(words, MOST_FOUND, Set.of()).found().stream()
        .map(entry -> entry.thing())
        .filter(overview.byStandard()::containsKey)
        .toList();
  }

  /** What a code means, in the page's language; null where its list does not say. */
  public String meaning(Node code) {
    return snapshot
        .graph()
        .find(code, SKOS.definition.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(text -> text.getLiteralLanguage().equals(language.tag()))
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional()
        .orElse(null);
  }

  /** What a thing is called whose IRI somebody typed; the text itself where it can be none. */
  public String called(String iri) {
    Node thing = NodeFactory.createURI(iri);
    return overview.names().containsKey(thing) ? name(thing) : iri;
  }

  /** The record whose page a link leads to. */
  public Optional<Node> thing(Link link) {
    String path = Language.strip(link.href().split("[?#]")[0]);
    return PagePaths.things(path).stream().findFirst();
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
