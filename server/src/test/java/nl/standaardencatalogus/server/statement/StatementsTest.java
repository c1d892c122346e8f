package nl.standaardencatalogus.server.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the catalogue states about itself. */
@Tag("long")
class StatementsTest {
  @TempDir private static Path folder;

  @Test
  void who_found_a_leak_knows_whom_to_write_to() throws Exception {
    try (TestServer server = TestServer.on(folder, "CONTACT_EMAIL", "post@example.org")) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(server.address() + "/.well-known/security.txt"))
                      .build(),
                  BodyHandlers.ofString());
      Map<String, String> fields =
          answer
              .body()
              .lines()
              .map(line -> line.split(": ", 2))
              .collect(Collectors.toMap(field -> field[0], field -> field[1]));
      assertEquals("mailto:post@example.org", fields.get("Contact"));
      assertEquals("nl, en", fields.get("Preferred-Languages"));
      Duration left = Duration.between(Instant.now(), Instant.parse(fields.get("Expires")));
      assertTrue(left.toDays() >= 30 && left.toDays() < 365, left::toString);
    }
  }

  @Test
  void without_an_address_there_is_none_and_the_page_says_so() {
    assertEquals(404, CuratedServer.get("/.well-known/security.txt").statusCode());
    HttpResponse<String> page = CuratedServer.get("/contact", "Accept", "text/html");
    assertTrue(page.body().contains("heeft geen adres opgegeven"), page::body);
  }

  @Test
  void who_reads_gets_no_cookie() {
    for (String path : new String[] {"/", "/privacy", "/standaarden/zaken-api", "/mijn"}) {
      HttpResponse<String> page = CuratedServer.get(path, "Accept", "text/html");
      assertTrue(page.headers().firstValue("Set-Cookie").isEmpty(), path);
    }
  }
}
