package nl.standaardencatalogus.server.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.http.HttpDate;
import org.junit.jupiter.api.Test;

class ConditionalTest {
  private static final String DOCUMENT = "/doc/standaard/zaken-api.ttl";
  private static final String LONG_AGO = "Sun, 06 Nov 1994 08:49:37 GMT";
  private static final String LATER = "Wed, 01 Jan 2098 00:00:00 GMT";

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static int status(String... headers) {
    return CuratedServer.get(DOCUMENT, headers).statusCode();
  }

  @Test
  void a_document_is_as_old_as_the_revision_it_shows() {
    var recorded =
        CuratedServer.catalogue()
            .snapshot()
            .current(Iris.standard("zaken-api"))
            .orElseThrow()
            .recorded();
    assertEquals(HttpDate.of(recorded), header(CuratedServer.get(DOCUMENT), "Last-Modified"));
  }

  @Test
  void what_has_not_changed_since_is_not_sent_again() {
    String modified = header(CuratedServer.get(DOCUMENT), "Last-Modified");
    assertEquals(304, status("If-Modified-Since", modified));
    assertEquals(304, status("If-Modified-Since", LATER));
    assertEquals(200, status("If-Modified-Since", LONG_AGO));
    assertEquals(200, status("If-Modified-Since", "yesterday"));
  }

  @Test
  void a_tag_goes_before_a_time() {
    assertEquals(200, status("If-None-Match", "\"other\"", "If-Modified-Since", LATER));
    String tag = header(CuratedServer.get(DOCUMENT), "ETag");
    assertEquals(304, status("If-None-Match", tag, "If-Modified-Since", LONG_AGO));
  }

  @Test
  void one_of_many_tags_will_do_and_a_weak_one_too() {
    String tag = header(CuratedServer.get(DOCUMENT), "ETag");
    assertEquals(304, status("If-None-Match", "\"a\", W/" + tag + ", \"b\""));
    assertEquals(304, status("If-None-Match", "\"a\"", "If-None-Match", tag));
    assertEquals(304, status("If-None-Match", "*"));
  }

  @Test
  void what_is_not_sent_again_says_what_it_would_have_been() {
    HttpResponse<String> whole = CuratedServer.get("/doc/standaard/zaken-api");
    HttpResponse<String> not =
        CuratedServer.get("/doc/standaard/zaken-api", "If-None-Match", header(whole, "ETag"));
    assertEquals(304, not.statusCode());
    for (String name :
        new String[] {"ETag", "Last-Modified", "Vary", "Cache-Control", "Content-Location"}) {
      assertNotEquals("", header(not, name), name);
      assertEquals(header(whole, name), header(not, name), name);
    }
  }

  @Test
  void every_form_and_encoding_has_a_tag_of_its_own() throws Exception {
    HttpRequest.Builder request = CuratedServer.request(DOCUMENT, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> zipped =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    HttpResponse<String> plain = CuratedServer.get(DOCUMENT);
    assertEquals("gzip", header(zipped, "Content-Encoding"));
    assertArrayEquals(plain.body().getBytes("UTF-8"), unzipped(zipped.body()));
    assertNotEquals(header(plain, "ETag"), header(zipped, "ETag"));
    assertTrue(header(plain, "Vary").contains("Accept-Encoding"));
    assertEquals(
        200, status("If-None-Match", header(zipped, "ETag")), "not the same representation");
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  }

  @Test
  void the_same_document_is_the_same_bytes() {
    for (String suffix : new String[] {"ttl", "jsonld", "rdf", "nt"}) {
      String path = "/doc/standaard/zaken-api." + suffix;
      assertEquals(CuratedServer.get(path).body(), CuratedServer.get(path).body(), suffix);
    }
  }

  @Test
  void dates_have_two_digits_for_the_day() {
    assertEquals(
        "Sun, 06 Nov 1994 08:49:37 GMT",
        HttpDate.of(HttpDate.read("Sunday, 06-Nov-94 08:49:37 GMT").orElseThrow()));
  }
}
