package nl.standaardencatalogus.server.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import nl.standaardencatalogus.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What to ask for in a tender, over HTTP. */
class TendersTest {
  private static final String CHOSEN = "?component=refcomp-zaakregistratiecomponent";

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept", "text/html")
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void theTextNamesOneExactVersion() throws Exception {
    String page = get("/aanbesteding" + CHOSEN).body();
    assertTrue(page.contains("Zaken API-standaard, versie 1.7.0."), page);
  }

  @Test
  void theAnnexTellsWhereGemmaAsksLessThanADecision() throws Exception {
    String rows = get("/aanbesteding.csv" + CHOSEN).body();
    assertTrue(
        rows.lines()
            .anyMatch(
                it -> it.contains("Autorisaties API") && it.contains("een besluit vraagt meer")),
        rows);
  }

  @Test
  void aComponentThatIsNotThereIsRefused() throws Exception {
    assertEquals(400, get("/aanbesteding?component=nope").statusCode());
  }
}
