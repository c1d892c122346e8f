package nl.standaardencatalogus.server.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The monitor over the whole made-up past. */
@Tag("long")
class MonitorTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int LONGEST_SECONDS = 300;

  @TempDir private static Path folder;
  private static TestServer server;
  private static String waiting;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder, "SAMPLE", "true");
    waiting = get("/monitor?welke=alle");
    for (int i = 0; get("/monitor").contains("Dit wordt nu uitgerekend"); i++) {
      assertTrue(i < LONGEST_SECONDS, "it takes too long");
      Thread.sleep(1000);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static int first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertTrue(matcher.find(), text);
    return Integer.parseInt(matcher.group(1).replace(".", ""));
  }

  @Test
  void as_many_use_it_now_as_a_query_counts() throws Exception {
    String query =
        """
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        SELECT (COUNT(DISTINCT ?m) AS ?n) {
          ?m a sc:Municipality ; sc:uses <https://w3id.org/standaardencatalogus/id/standaard/zaken-api>
        }
        """;
    String counted =
        get(
            "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
            "Accept",
            "text/csv");
    int users = Integer.parseInt(counted.lines().toList().get(1).strip());
    assertTrue(users > 100, counted);
    assertEquals(users, first("Nu in gebruik bij ([0-9]+) van de 342", get("/monitor/zaken-api")));
  }

  @Test
  void while_it_is_worked_out_the_page_leads_to_itself() {
    assertTrue(waiting.contains("<a href=\"/monitor?welke=alle\">Ververs deze pagina"), waiting);
  }

  @Test
  void each_figure_is_explained_with_its_days() throws Exception {
    String page = get("/monitor?op=2025-03-15");
    for (int i = 0; page.contains("Dit wordt nu uitgerekend"); i++) {
      assertTrue(i < LONGEST_SECONDS, "it takes too long");
      Thread.sleep(1000);
      page = get("/monitor?op=2025-03-15");
    }
    assertTrue(
        page.contains("Het aantal van 15 maart 2025 min het aantal van 15 maart 2024"), page);
    assertTrue(page.contains("gerekend vanaf 31 december 2024"), page);
    assertTrue(page.contains("loopt van 15 maart 2024 tot 15 maart 2025"), page);
    first("Tussen 15 maart 2024 en 15 maart 2025 stopte ([0-9]+) keer", page);
  }

  @Test
  void what_is_planned_and_what_is_expected_are_told_apart() throws Exception {
    String page = get("/monitor/zaken-api");
    int using = first("Nu in gebruik bij ([0-9]+) van de", page);
    assertEquals(using, first("De ([0-9]+) gemeenten die de standaard op", page));
    int overdue = first("tellen hier niet mee; dat zijn er nu ([0-9]+)", page);
    assertEquals(overdue, first("([0-9]+) gemeenten wilden de standaard op een dag", page));
    assertTrue(page.contains("alsof geen gemeente met een standaard stopt"), page);
  }

  @Test
  void the_test_of_a_year_ago_is_printed_with_what_came_of_it() throws Exception {
    String page = get("/monitor");
    int all = first("Bij [0-9]+ van de ([0-9]+) standaarden", page);
    int inside = first("Bij ([0-9]+) van de [0-9]+ standaarden", page);
    String table = page.substring(page.indexOf("id=\"toets\""));
    assertEquals(all, table.split("<td[^>]*>(ja|nee)</td>", -1).length - 1, table);
    assertEquals(inside, table.split("<td[^>]*>ja</td>", -1).length - 1, table);
    assertTrue(all >= BackTest.LEAST, page);
  }

  @Test
  void a_forecast_has_a_band_and_what_has_ended_has_none() throws Exception {
    String page = get("/monitor/zaken-api");
    assertTrue(page.contains("class=\"band\""), page);
    assertTrue(page.contains("Als elk plan op tijd komt"), page);
    String ended = get("/monitor/gemma-e-formulieren");
    assertTrue(ended.contains("De standaard is beëindigd"), ended);
    assertTrue(!ended.contains("class=\"band\""), ended);
  }

  @Test
  void a_spreadsheet_has_every_quarter() throws Exception {
    String file = get("/monitor.csv");
    assertTrue(file.contains(";geteld;") && file.contains(";verwacht;"), file);
    assertTrue(file.contains(";2021-12-31;geteld;"), "of who there was then: " + file);
  }
}
