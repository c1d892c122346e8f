package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What search engines read in the pages, as a reader of JSON-LD reads it. */
class ToldTest {
  private static final String SCHEMA = "https://schema.org/";
  private static final Pattern BLOCK =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  /** What schema.org's context says of the terms that matter here; nothing is fetched. */
  private static final String CONTEXT =
      """
      {"@context": {"@vocab": "https://schema.org/",
        "url": {"@type": "@id"}, "contentUrl": {"@type": "@id"}, "sameAs": {"@type": "@id"}}}
      """;

  private static final DocumentLoader OFFLINE =
      (address, options) -> {
        if (!address.toString().equals(SCHEMA)) {
          throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, address.toString());
        }
        return JsonDocument.of(new StringReader(CONTEXT));
      };

  private static List<String> blocks(String page) {
    return BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static Graph told(String path) {
    return read(CuratedServer.get(path, "Accept", "text/html").body());
  }

  private static Graph read(String page) {
    List<String> blocks = blocks(page);
    assertEquals(1, blocks.size());
    JsonLdOptions options = new JsonLdOptions();
    options.setDocumentLoader(OFFLINE);
    return RDFParser.fromString(blocks.get(0), Lang.JSONLD11)
        .set(LangJSONLD11.JSONLD_OPTIONS, options)
        .toGraph();
  }

  private static Node term(String name) {
    return NodeFactory.createURI(SCHEMA + name);
  }

  private static List<Node> values(Graph graph, Node subject, String property) {
    return graph.stream(subject, term(property), Node.ANY).map(Triple::getObject).toList();
  }

  private static Node value(Graph graph, Node subject, String property) {
    List<Node> values = values(graph, subject, property);
    assertEquals(1, values.size(), () -> property + " of " + subject + ": " + values);
    return values.get(0);
  }

  private static List<Node> things(Graph graph, String type) {
    return graph.stream(Node.ANY, RDF.type.asNode(), term(type)).map(Triple::getSubject).toList();
  }

  /** What Google asks of a dataset and recommends, where the catalogue knows it. */
  private static void requireDatasets(Graph graph) {
    for (Node dataset : things(graph, "Dataset")) {
      assertFalse(value(graph, dataset, "name").getLiteralLexicalForm().isBlank());
      int length = value(graph, dataset, "description").getLiteralLexicalForm().length();
      assertTrue(length >= 50 && length <= 5000, () -> dataset + " is described in " + length);
    }
    for (Node download : things(graph, "DataDownload")) {
      String address = value(graph, download, "contentUrl").getURI();
      assertTrue(PagePaths.web(address), address);
    }
  }

  @Test
  void version_is_a_dataset_with_all_that_harvesters_are_told() {
    Graph graph = told("/standaarden/zaken-api/versies/1.5.1");
    Node version = Iris.version("zaken-api", "1.5.1");
    requireDatasets(graph);
    assertEquals("Zaken API 1.5.1", value(graph, version, "name").getLiteralLexicalForm());
    assertEquals("2023-09-26", value(graph, version, "datePublished").getLiteralLexicalForm());
    assertEquals("1.5.1", value(graph, version, "version").getLiteralLexicalForm());
    assertEquals(Iris.standard("zaken-api"), value(graph, version, "isPartOf"));
    assertEquals(
        CuratedServer.at("/standaarden/zaken-api/versies/1.5.1").toString(),
        value(graph, version, "url").getURI());
    for (String property : List.of("creator", "publisher", "license")) {
      Node node = value(graph, version, property);
      assertFalse(value(graph, node, "name").getLiteralLexicalForm().isBlank(), property);
    }
    Node download = value(graph, version, "distribution");
    assertEquals(
        "https://vng-realisatie.github.io/gemma-zaken/standaard/zaken/redoc-1.5.1",
        value(graph, download, "contentUrl").getURI());
  }

  @Test
  void standard_is_a_dataset_with_its_versions_as_parts() {
    Graph graph = told("/standaarden/zaken-api");
    Node standard = Iris.standard("zaken-api");
    requireDatasets(graph);
    Set<Node> versions =
        CuratedServer.graph()
            .find(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/dcat#inSeries"), standard)
            .mapWith(Triple::getSubject)
            .toSet();
    assertFalse(versions.isEmpty());
    assertEquals(versions, Set.copyOf(values(graph, standard, "hasPart")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hergebruik", "/en/hergebruik"})
  void page_for_reuse_is_a_catalogue_with_the_data_that_it_offers(String path) {
    Graph graph = told(path);
    Node catalog = NodeFactory.createURI(Iris.BASE + "catalog");
    requireDatasets(graph);
    assertEquals(List.of(catalog), things(graph, "DataCatalog"));
    assertEquals(
        Set.copyOf(things(graph, "Dataset")), Set.copyOf(values(graph, catalog, "dataset")));
    for (Node dataset : things(graph, "Dataset")) {
      assertFalse(values(graph, dataset, "distribution").isEmpty());
      value(graph, dataset, "license");
      value(graph, dataset, "creator");
    }
  }

  @Test
  void home_is_the_site_with_the_catalogue_on_it() {
    Graph graph = told("/en");
    Node site = NodeFactory.createURI(CuratedServer.at("/").toString());
    assertEquals(List.of(site), things(graph, "WebSite"));
    Node catalog = value(graph, site, "mainEntity");
    assertEquals("Catalogue of standards", value(graph, catalog, "name").getLiteralLexicalForm());
  }

  @Test
  void one_in_twenty_five_of_the_standards_and_versions_can_be_read() {
    Set<String> paths = new TreeSet<>();
    Stream.of(SC.STANDARD_CLASS, SC.STANDARD_VERSION_CLASS)
        .flatMap(type -> CuratedServer.graph().stream(Node.ANY, RDF.type.asNode(), type))
        .map(triple -> PagePaths.of(triple.getSubject()).orElseThrow())
        .sorted()
        .forEach(paths::add);
    int step = 0;
    for (String path : paths) {
      if (step++ % 25 == 0) {
        Graph graph = told("/en" + path);
        requireDatasets(graph);
        assertFalse(things(graph, "Dataset").isEmpty(), path);
      }
    }
    assertTrue(step > 500);
  }

  @Test
  void made_up_declarations_are_said_to_be_made_up() {
    try (Site site = new Site()) {
      Graph graph = read(site.get("/en/hergebruik").body());
      Node adoption = NodeFactory.createURI(Iris.BASE + "catalog#adoptie");
      String about = value(graph, adoption, "description").getLiteralLexicalForm();
      assertTrue(about.contains("made up"), about);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/standaarden", "/standaarden/zaken-api?op=2022-06-30", "/over", "/nee"})
  void other_pages_and_past_days_tell_nothing(String path) {
    assertEquals(
        List.of(), blocks(CuratedServer.get(path, "Accept", "text/html").body()), () -> path);
  }

  @Test
  void text_cannot_end_the_block(@TempDir Path folder) throws IOException, InterruptedException {
    String title = "</script><b><!--";
    Node standard = Iris.standard("een");
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), Progress.silent())) {
      Change change = Change.put(standard, standard(standard, title));
      Outcome outcome =
          catalogue.commit(
              new Proposal("test", Iris.organisation("vng"), "Een proef", List.of(change)));
      assertTrue(outcome instanceof Outcome.Recorded, outcome::toString);
    }
    try (TestServer server = TestServer.on(folder)) {
      URI address = URI.create(server.address() + "/standaarden/een");
      HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
      String page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      assertFalse(blocks(page).get(0).contains("<"), page);
      assertEquals(title, value(read(page), standard, "name").getLiteralLexicalForm());
    }
  }

  private static Graph standard(Node standard, String title) {
    return RDFParser.fromString(
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
            <%s> a sc:Standard, dcat:DatasetSeries, dct:Standard ;
              dct:title "%s"@nl ; dct:identifier "een" ;
              sc:kind <https://w3id.org/standaardencatalogus/def/soort/koppelvlak> ;
              dcat:theme <https://w3id.org/standaardencatalogus/def/thema/omgevingswet> ;
              sc:sourceText "een proef" ;
              sc:confidence <https://w3id.org/standaardencatalogus/def/betrouwbaarheid/hoog> .
            """
                .formatted(standard.getURI(), title),
            Lang.TURTLE)
        .toGraph();
  }
}
