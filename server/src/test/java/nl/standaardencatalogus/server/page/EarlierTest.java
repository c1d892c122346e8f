package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way from a record to how it stood; today is 23 November 2026. */
class EarlierTest {
  private static final String PAGE = "/opgaven/gm0363/zaken-api";
  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String past(Kind kind, String recorded, String next) {
    Revision revision =
        new Revision(
            5, Iris.declaration("gm0363", "zaken-api"), kind, Optional.empty(), "", "a".repeat(64));
    return site.pages()
        .past(
            revision,
            new Moment(5, Instant.parse(recorded)),
            Optional.ofNullable(next).map(at -> new Moment(6, Instant.parse(at))));
  }

  @Test
  void a_page_leads_to_how_it_stood_at_each_of_its_revisions() {
    String dutch = site.get(PAGE).body();
    assertTrue(
        dutch.contains("href=\"" + PAGE + "?op=2026-11-02\">Zo stond het er op 2 november 2026<"),
        dutch);
    String english = site.get("/en" + PAGE).body();
    assertTrue(english.contains("href=\"/en" + PAGE + "?op=2026-11-02\">As it stood on "), english);
  }

  @Test
  void a_revision_shows_on_the_page_of_its_day_when_it_is_the_last_of_it() {
    assertEquals(PAGE + "?op=2026-11-02", past(Kind.CREATE, "2026-11-02T08:00:00Z", null));
    assertEquals(
        PAGE + "?op=2026-11-02", past(Kind.UPDATE, "2026-11-02T08:00:00Z", "2026-11-03T08:00:00Z"));
  }

  @Test
  void a_page_of_a_past_day_says_which_moment_it_shows_and_where_it_is_now() {
    var headers = site.get(PAGE + "?op=2026-11-10").headers();
    assertEquals(
        "Tue, 10 Nov 2026 22:59:59 GMT", headers.firstValue("Memento-Datetime").orElse(""));
    String links = headers.firstValue("Link").orElse("");
    assertTrue(links.contains("<https://example.org" + PAGE + ">; rel=\"original\""), links);
    assertEquals("", site.get(PAGE).headers().firstValue("Memento-Datetime").orElse(""));
  }

  @Test
  void the_day_is_that_of_the_netherlands() {
    assertEquals(PAGE + "?op=2026-11-03", past(Kind.CREATE, "2026-11-02T23:30:00Z", null));
  }

  @Test
  void what_no_day_shows_has_the_page_of_its_revision() {
    assertEquals("/revisies/5", past(Kind.UPDATE, "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z"));
    assertEquals("/revisies/5", past(Kind.UPDATE, "2026-11-23T08:00:00Z", null));
    assertEquals("/revisies/5", past(Kind.DELETE, "2026-11-02T08:00:00Z", null));
  }
}
