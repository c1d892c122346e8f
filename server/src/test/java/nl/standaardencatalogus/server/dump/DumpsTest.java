package nl.standaardencatalogus.server.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The releases over HTTP: one that was there, and one that was made at the start. */
class DumpsTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String DAY = "2026-03-04";
  private static final String FILE = "/dumps/" + DAY + "/standaardencatalogus-" + DAY + ".nq.zst";
  private static final Path DOCUMENTATION = Path.of("README.md");

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void serve() throws Exception {
    try (Days days = new Days(folder)) {
      days.record("2026-03-02", "10:00", Days.goal("een", 1));
      days.make("2026-03-03");
      days.record(DAY, "10:00", Days.goal("twee", 2), Days.standard("iets", "Iets"));
    }
    server = TestServer.on(folder);
    for (int i = 0; i < 300 && get("/dumps/" + DAY + "/release.ttl").statusCode() != 200; i++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  private static String text(String path, String... headers) {
    HttpResponse<byte[]> answer = get(path, headers);
    assertEquals(200, answer.statusCode(), path);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static Graph turtle(String path) {
    return RDFParser.fromString(text(path, "Accept", "text/turtle"), Lang.TURTLE).toGraph();
  }

  private static Node dcat(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/dcat#" + name);
  }

  @Test
  void a_file_is_sent_as_it_was_signed() {
    HttpResponse<byte[]> answer = get(FILE, "Accept-Encoding", "gzip, zstd");
    assertEquals("application/zstd", header(answer, "Content-Type"));
    assertEquals("", header(answer, "Content-Encoding"));
    assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
    assertEquals('"' + Sha256.of(answer.body()) + '"', header(answer, "ETag"));
    assertEquals("Wed, 04 Mar 2026 23:00:00 GMT", header(answer, "Last-Modified"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    String sums = text("/dumps/" + DAY + "/SHA256SUMS");
    assertTrue(sums.contains(Sha256.of(answer.body())), sums);
  }

  @Test
  void who_has_a_file_does_not_get_it_again() {
    HttpResponse<byte[]> first = get(FILE);
    assertEquals(304, get(FILE, "If-None-Match", header(first, "ETag")).statusCode());
    assertEquals(304, get(FILE, "If-Modified-Since", header(first, "Last-Modified")).statusCode());
    assertEquals(200, get(FILE, "If-None-Match", "\"another\"").statusCode());
  }

  @Test
  void a_download_that_broke_off_goes_on() {
    HttpResponse<byte[]> whole = get(FILE);
    int size = whole.body().length;
    HttpResponse<byte[]> rest = get(FILE, "Range", "bytes=100-", "If-Range", header(whole, "ETag"));
    assertEquals(206, rest.statusCode());
    assertEquals("bytes 100-" + (size - 1) + "/" + size, header(rest, "Content-Range"));
    assertTrue(Arrays.equals(Arrays.copyOfRange(whole.body(), 100, size), rest.body()));
    assertEquals(200, get(FILE, "Range", "bytes=100-", "If-Range", "\"another\"").statusCode());
    HttpResponse<byte[]> beyond = get(FILE, "Range", "bytes=" + size + "-");
    assertEquals(416, beyond.statusCode());
    assertEquals("bytes */" + size, header(beyond, "Content-Range"));
  }

  @Test
  void a_head_says_how_much_there_is() {
    HttpResponse<byte[]> head = send("HEAD", FILE);
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    HttpResponse<byte[]> get = get(FILE);
    assertEquals(header(get, "Content-Length"), header(head, "Content-Length"));
    assertEquals(header(get, "ETag"), header(head, "ETag"));
    assertEquals("bytes", header(head, "Accept-Ranges"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest.nq.zst", "latest/standaardencatalogus-latest.nq.zst"})
  void latest_leads_to_the_newest_release(String path) {
    HttpResponse<byte[]> answer = get("/dumps/" + path);
    assertEquals(302, answer.statusCode());
    assertEquals(FILE, header(answer, "Location"));
    assertEquals("/dumps/" + DAY + "/", header(get("/dumps/latest"), "Location"));
    assertEquals(
        "/dumps/" + DAY + "/SHA256SUMS.sig",
        header(get("/dumps/latest/SHA256SUMS.sig"), "Location"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-03/",
        "2026-3-4/",
        "latest.txt",
        "latest/format",
        "2026-03-04/standaardencatalogus-2026-03-04.nq",
        "2026-03-04/..%2F..%2Fformat",
        "2026-03-04/%2e%2e%2f%2e%2e%2frelease-key.pem",
        "..%2Frelease-key.pem",
        "release-key.pem",
        "2026-03-04.part/release.ttl"
      })
  void what_is_no_part_of_a_release_is_not_there(String path) {
    HttpResponse<byte[]> answer = get("/dumps/" + path, "Accept", "application/json");
    assertTrue(List.of(400, 404).contains(answer.statusCode()), () -> "" + answer.statusCode());
    assertFalse(new String(answer.body(), StandardCharsets.UTF_8).contains("PRIVATE"));
  }

  @Test
  void list_and_release_are_pages_for_people_and_rdf_for_programs() {
    String page = text("/dumps/", "Accept", "text/html");
    assertTrue(page.indexOf("/dumps/" + DAY + "/\"") < page.indexOf("/dumps/2026-03-02/\""), page);
    assertTrue(text("/en/dumps/").contains("All releases"));
    assertTrue(text("/dumps/" + DAY + "/", "Accept", "text/html").contains("4 maart 2026"));
    assertTrue(text("/en/dumps/" + DAY + "/").contains("4 March 2026"));
    assertEquals(404, get("/en/dumps/2026-03-03/").statusCode());
    Graph list = turtle("/dumps/");
    for (String day : List.of(DAY, "2026-03-02")) {
      Node release = NodeFactory.createURI(Iris.BASE + "dumps/" + day + "/");
      assertTrue(list.contains(release, dcat("inSeries"), Node.ANY), day);
    }
    Graph release = turtle("/dumps/" + DAY + "/");
    assertTrue(
        release.isIsomorphicWith(
            RDFParser.fromString(text("/dumps/" + DAY + "/release.ttl"), Lang.TURTLE).toGraph()));
    HttpResponse<byte[]> json = get("/dumps/" + DAY + "/", "Accept", "application/ld+json");
    assertEquals("application/ld+json;charset=utf-8", header(json, "Content-Type"));
  }

  @Test
  void what_a_new_release_changed_is_told_since_it_is_there() throws IOException {
    Instant visible = Files.getLastModifiedTime(folder.resolve("releases/" + DAY)).toInstant();
    String seconds =
        DateTimeFormatter.RFC_1123_DATE_TIME
            .withZone(ZoneOffset.UTC)
            .format(visible.truncatedTo(ChronoUnit.SECONDS));
    for (String path : List.of("/catalog.ttl", "/void.ttl", "/dumps/", "/dumps/" + DAY + "/")) {
      String told = header(get(path, "Accept", "text/turtle"), "Last-Modified");
      assertEquals(
          DateTimeFormatter.RFC_1123_DATE_TIME.parse(seconds, Instant::from),
          DateTimeFormatter.RFC_1123_DATE_TIME.parse(told, Instant::from),
          path);
    }
    String since = "/catalog.ttl?modifiedSince=" + visible.truncatedTo(ChronoUnit.SECONDS);
    assertTrue(text(since).contains(FILE), since);
  }

  @Test
  void an_answer_names_no_address_that_is_not_there() {
    for (String path : List.of("/dumps/", "/dumps/" + DAY + "/", "/void", "/doc/doel/een")) {
      String place = header(get(path, "Accept", "text/turtle"), "Content-Location");
      assertTrue(place.isEmpty() || get(place).statusCode() == 200, path + " " + place);
    }
  }

  @Test
  void the_catalogue_and_the_data_description_point_to_the_newest_release() {
    Graph catalogue = turtle("/catalog");
    Node file = NodeFactory.createURI(server.address() + FILE);
    assertTrue(catalogue.contains(Node.ANY, dcat("downloadURL"), file));
    Node dump = NodeFactory.createURI("http://rdfs.org/ns/void#dataDump");
    Node data = NodeFactory.createURI(Iris.BASE + "void#catalogus");
    assertTrue(
        turtle("/void").contains(data, dump, NodeFactory.createURI(Iris.BASE + FILE.substring(1))));
  }

  @Test
  void the_page_about_reuse_has_the_newest_release_and_a_command_that_works() throws Exception {
    String page = text("/hergebruik");
    assertTrue(page.contains("/dumps/" + DAY + "/"), page);
    Matcher command = Pattern.compile("<pre[^>]*>(curl[^<]*latest[^<]*)</pre>").matcher(page);
    assertTrue(command.find(), page);
    assumeTrue(has("curl"), "there is no curl here");
    String lines = run(folder, command.group(1));
    assertEquals(3, lines.lines().filter(line -> line.startsWith("<https://")).count(), lines);
  }

  @Test
  void the_lines_in_the_documentation_prove_a_release_without_the_catalogue() throws Exception {
    for (String tool : List.of("openssl", "sha256sum", "zstdcat")) {
      assumeTrue(has(tool), "there is no " + tool + " here");
    }
    String documentation = Files.readString(DOCUMENTATION);
    int start = documentation.indexOf("```\nopenssl pkeyutl");
    String lines = documentation.substring(start + 4, documentation.indexOf("\n```", start + 4));
    assertEquals(3, lines.lines().count(), lines);
    Path place = fetched();
    String printed = run(place, "set -e\n" + lines.replace("2026-11-25", DAY));
    assertTrue(printed.contains("Signature Verified Successfully"), printed);
    assertTrue(printed.contains("standaardencatalogus-" + DAY + ".nq.zst: OK"), printed);
    assertTrue(printed.endsWith("standaardencatalogus-" + DAY + ".nq\n"), printed);
  }

  @Test
  void the_lines_on_the_page_are_those_of_the_documentation() throws IOException {
    String page = text("/dumps/" + DAY + "/", "Accept", "text/html");
    String documentation = Files.readString(DOCUMENTATION).replace("2026-11-25", DAY);
    for (String line :
        page.substring(page.indexOf("openssl pkeyutl")).split("</pre>")[0].split("\n")) {
      assertTrue(documentation.contains(line), line);
    }
  }

  private static Path fetched() throws IOException {
    Path place = Files.createTempDirectory(folder, "fetched");
    for (String name :
        List.of("SHA256SUMS", "SHA256SUMS.sig", FILE.substring(FILE.lastIndexOf('/') + 1))) {
      Files.write(place.resolve(name), get("/dumps/" + DAY + "/" + name).body());
    }
    Files.write(place.resolve("key.pem"), get("/dumps/key.pem").body());
    return place;
  }

  private static boolean has(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Path.of(place, tool).toFile().canExecute());
  }

  private static String run(Path place, String command) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command.replace("&quot;", "\""))
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), command);
    assertEquals(0, process.exitValue(), printed);
    return printed;
  }

  @Test
  void reading_makes_no_release() {
    String page = CuratedServer.get("/dumps/", "Accept", "text/html").body();
    assertTrue(page.contains("Er is nog geen uitgave"), page);
    assertEquals(404, CuratedServer.get("/dumps/latest.nq.gz").statusCode());
    assertEquals(404, CuratedServer.get("/dumps/latest").statusCode());
    assertEquals(200, CuratedServer.get("/dumps/", "Accept", "text/turtle").statusCode());
    assertTrue(CuratedServer.get("/dumps/key.pem").body().contains("BEGIN PUBLIC KEY"));
  }
}
