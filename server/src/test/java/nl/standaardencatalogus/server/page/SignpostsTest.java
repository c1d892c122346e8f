package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;

class SignpostsTest {
  private static String links(String path) {
    return CuratedServer.get(path, "Accept", "text/html").headers().firstValue("Link").orElse("");
  }

  @Test
  void the_page_about_a_thing_tells_what_to_cite_and_where_the_data_is() {
    String links = links("/standaarden/zaken-api");
    String thing = Iris.standard("zaken-api").getURI();
    assertTrue(links.contains("<" + thing + ">; rel=\"cite-as\""), links);
    for (String type : List.of("text/turtle", "application/ld+json", "application/rdf+xml")) {
      assertTrue(
          links.matches(".*rel=\"describedby alternate\"; type=\"" + Pattern.quote(type) + "\".*"),
          links);
    }
    for (String relation : List.of("type", "license", "author", "collection")) {
      assertTrue(links.contains("rel=\"" + relation + "\""), links);
    }
  }

  @Test
  void the_page_about_a_municipality_cites_its_identifier_at_tooi() {
    assertTrue(
        links("/en/gemeenten/gm0363")
            .contains("<" + Iris.municipality("gm0363").getURI() + ">; rel=\"cite-as\""));
  }

  @Test
  void every_form_that_a_page_points_to_is_there() {
    Matcher form =
        Pattern.compile("<([^>]*)>; rel=\"describedby[^>]*?type=\"([^\"]*)\"")
            .matcher(links("/gemeenten/gm0363"));
    int found = 0;
    while (form.find()) {
      var response = CuratedServer.get(form.group(1));
      assertEquals(200, response.statusCode(), form.group(1));
      assertTrue(
          response.headers().firstValue("Content-Type").orElse("").startsWith(form.group(2)));
      found++;
    }
    assertEquals(4, found);
  }

  @Test
  void a_list_is_about_no_one_thing() {
    assertFalse(links("/standaarden").contains("cite-as"));
  }
}
