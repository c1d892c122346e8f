package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full-text search from within SPARQL, over the index that the pages search too. */
class TextSearchTest {
  private static HttpResponse<String> ask(String pattern) {
    String query =
        "PREFIX text: <http://jena.apache.org/text#> PREFIX skos:"
            + " <http://www.w3.org/2004/02/skos/core#> PREFIX dct: <http://purl.org/dc/terms/>"
            + " SELECT DISTINCT ?s { "
            + pattern
            + " }";
    return CuratedServer.get(
        "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zaken | id/standaard/zaken-api",
        "zaak | id/standaard/zaken-api",
        "fryslan | gemeente/gm1900",
        "Fryslân | gemeente/gm1900",
        "documentn~ | id/standaard/documenten-api",
        "zgw | id/standaard/zaken-api",
        "adres | id/standaard/bag-bevragen",
        "docum* | id/standaard/documenten-api",
        "GM0363 | gemeente/gm0363"
      })
  void words_find_things_in_their_stems_without_diacritics_and_with_a_slip(
      String words, String thing) {
    HttpResponse<String> response = ask("?s text:query '" + words + "'");
    assertEquals(200, response.statusCode(), response::body);
    assertTrue(response.body().contains(thing), response::body);
  }

  @Test
  void a_property_narrows_the_search_to_names() {
    String names = ask("?s text:query (skos:prefLabel 'amsterdam')").body();
    assertTrue(names.contains("gemeente/gm0363"), names);
    assertTrue(
        names.lines().count() < ask("?s text:query 'amsterdam'").body().lines().count() + 1, names);
  }

  @Test
  void what_is_found_joins_with_the_rest_of_the_query() {
    String body =
        ask("(?s ?score) text:query 'zaken' . ?s a <https://w3id.org/standaardencatalogus/def#Standard>")
            .body();
    assertTrue(body.contains("zaken-api"), body);
    assertTrue(body.lines().skip(1).allMatch(line -> line.contains("/id/standaard/")), body);
  }

  @Test
  void a_search_that_cannot_be_read_is_refused() {
    HttpResponse<String> response = ask("?s text:query 'zaken AND ('");
    assertEquals(400, response.statusCode(), response::body);
  }
}
