package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Optional;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.http.Body;
import org.junit.jupiter.api.Test;

class KeptPagesTest {
  private static final KeptPages.Key KEY =
      new KeptPages.Key(7, "hash", LocalDate.of(2026, 1, 1), "/standaarden?null");

  private record Busy(boolean passing) implements Passing {}

  @Test
  void a_page_is_given_again_for_the_same_state_day_and_address() {
    KeptPages pages = new KeptPages();
    Body body = pages.keep(KEY, "page", "<p>");
    assertEquals(Optional.of(body), pages.of(KEY));
    KeptPages.Key next = new KeptPages.Key(8, "other", KEY.day(), KEY.address());
    assertEquals(Optional.empty(), pages.of(next));
  }

  @Test
  void what_is_still_being_worked_out_is_not_kept() {
    KeptPages pages = new KeptPages();
    pages.keep(KEY, new Busy(true), "<p>");
    assertEquals(Optional.empty(), pages.of(KEY));
    Body done = pages.keep(KEY, new Busy(false), "<p>");
    assertEquals(Optional.of(done), pages.of(KEY));
  }

  @Test
  void a_browser_that_has_the_page_is_told_that_it_is_the_same() {
    HttpResponse<String> first = page("/standaarden/zaken-api");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = page("/standaarden/zaken-api", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(200, page("/standaarden/besluiten-api", "If-None-Match", tag).statusCode());
  }

  @Test
  void each_language_filter_and_encoding_is_a_page_of_its_own() {
    HttpResponse<String> dutch = page("/standaarden");
    HttpResponse<String> english = page("/en/standaarden");
    HttpResponse<String> searched = page("/standaarden?q=zaken");
    HttpResponse<String> zipped = page("/standaarden", "Accept-Encoding", "gzip");
    assertTrue(dutch.body().contains("lang=\"nl\""));
    assertTrue(english.body().contains("lang=\"en\""));
    assertNotEquals(dutch.body(), searched.body());
    assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElseThrow());
    assertNotEquals(tag(dutch), tag(zipped));
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static HttpResponse<String> page(String path, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Accept";
    all[1] = "text/html";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return CuratedServer.get(path, all);
  }
}
