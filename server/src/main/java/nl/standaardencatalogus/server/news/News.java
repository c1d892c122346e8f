package nl.standaardencatalogus.server.news;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The addresses of what is new: {@code /nieuws.atom} and one feed for each standard and each
 * municipality, {@code /sitemap.xml} and its parts, {@code /robots.txt}.
 */
public final class News {
  private static final int MOST = 50;
  private static final Set<ThingKind> GOVERNING =
      EnumSet.of(ThingKind.DECISION, ThingKind.PROCEDURE, ThingKind.MEETING);
  private static final String ATOM = "application/atom+xml;charset=utf-8";
  private static final String XML = "application/xml;charset=utf-8";

  private final Source source;
  private final String publicUrl;
  private volatile Made map;

  private record Made(long sequence, SiteMap map) {}

  /**
   * News of a catalogue.
   *
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  public News(Source source, String publicUrl) {
    this.source = source;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    Reads.add(config, "/nieuws.atom", this::all);
    Reads.add(config, "/standaarden/{slug}/nieuws.atom", this::ofStandard);
    Reads.add(config, "/gemeenten/{code}/nieuws.atom", this::ofMunicipality);
    Reads.add(config, "/sitemap.xml", context -> sent(context, XML, map().index()));
    Reads.add(config, "/sitemap-{number}.xml", this::part);
    Reads.add(config, "/robots.txt", this::robots);
  }

  private void all(Context context) {
    feed(context, "/commits", "Standaardencatalogus: wijzigingen", record -> true);
  }

  private void ofStandard(Context context) {
    Node standard = standard(context.pathParam("slug"));
    String below = standard.getURI() + "/";
    Set<Node> about = about(source.now().graph(), standard);
    feed(
        context,
        "/standaarden/" + context.pathParam("slug"),
        "Wijzigingen van standaard " + name(standard),
        record ->
            record.equals(standard) || record.getURI().startsWith(below) || about.contains(record));
  }

  /** The decisions, procedures and meetings about a standard, its versions or a family it is in. */
  private static Set<Node> about(Graph state, Node standard) {
    Node isPartOf = DCTerms.isPartOf.asNode();
    Node isVersionOf = DCTerms.isVersionOf.asNode();
    Stream<Node> subjects =
        Stream.of(
                Stream.of(standard),
                state.stream(standard, isPartOf, Node.ANY).map(Triple::getObject),
                state.stream(Node.ANY, isVersionOf, standard).map(Triple::getSubject))
            .flatMap(each -> each);
    return subjects
        .flatMap(
            subject ->
                Stream.of(SC.COVERS, SC.CONCERNS)
                    .flatMap(property -> state.stream(Node.ANY, property, subject)))
        .map(triple -> Iris.recordOf(triple.getSubject()))
        .filter(record -> Iris.kindOf(record).filter(GOVERNING::contains).isPresent())
        .collect(Collectors.toSet());
  }

  private Node standard(String slug) {
    return existing(Iris.thingAt("standaard/" + slug));
  }

  private void ofMunicipality(Context context) {
    String code = context.pathParam("code");
    if (!code.matches("gm[0-9]{4}")) {
      throw new ProblemException(404, "There is no municipality with the code " + code + ".");
    }
    Node municipality = existing(Iris.municipality(code));
    String declarations = Iris.BASE + "id/verklaring/" + code + "/";
    feed(
        context,
        "/gemeenten/" + code,
        "Wijzigingen van en door " + name(municipality),
        record -> record.equals(municipality) || record.getURI().startsWith(declarations));
  }

  private Node existing(Node record) {
    if (source.now().current(record).isEmpty()) {
      throw new ProblemException(404, "There is no " + record + ", so it has no news.");
    }
    return record;
  }

  private String name(Node record) {
    return Names.of(source.now().graph(), record).orElse(Iris.lastSegment(record));
  }

  private void feed(Context context, String page, String title, Predicate<Node> records) {
    Snapshot now = source.now();
    if (!fresh(context, now)) {
      context
          .contentType(ATOM)
          .result(
              Feed.of(
                  source,
                  publicUrl,
                  context.path(),
                  page,
                  title,
                  now,
                  source.newest(records, MOST)));
    }
  }

  /** Names the answer after the state; says whether the client has it already. */
  private static boolean fresh(Context context, Snapshot now) {
    String tag = "\"" + now.sequence() + "-" + now.hash().substring(0, 12) + "\"";
    Validators validators = new Validators(tag, now.recorded());
    validators.send(context.res());
    context.header("Cache-Control", "public, max-age=60");
    boolean has = validators.unchanged(context.req());
    if (has) {
      context.status(304);
    }
    return has;
  }

  private void part(Context context) {
    String number = context.pathParam("number");
    SiteMap pages = map();
    int wanted = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 0;
    if (wanted < 1 || wanted > pages.parts()) {
      throw new ProblemException(404, "The site map has " + pages.parts() + " parts.");
    }
    sent(context, XML, pages.pagesOf(wanted));
  }

  private static void sent(Context context, String type, byte[] content) {
    context.contentType(type).header("Cache-Control", "public, max-age=300").result(content);
  }

  private SiteMap map() {
    Snapshot now = source.now();
    Made made = map;
    if (made == null || made.sequence() != now.sequence()) {
      made = new Made(now.sequence(), new SiteMap(now, News::isListed, publicUrl));
      map = made;
    }
    return made.map();
  }

  /** Declarations by the thousand say nothing to who searches the web; their municipality does. */
  private static boolean isListed(Node record) {
    Optional<ThingKind> kind = Iris.kindOf(record);
    return kind.isEmpty() || kind.get() != ThingKind.DECLARATION;
  }

  private void robots(Context context) {
    String rules =
        """
        # Whoever wants all of it: %1$s/hergebruik says how, without asking page by page.
        User-agent: *
        Disallow: /sparql?
        Disallow: /en/sparql?
        Disallow: /*?op=
        Disallow: /*&op=

        Sitemap: %1$s/sitemap.xml
        """
            .formatted(publicUrl);
    sent(context, "text/plain;charset=utf-8", rules.getBytes(StandardCharsets.UTF_8));
  }
}
