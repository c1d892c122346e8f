package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.TreeMap;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/en",
        "/standaarden/zaken-api",
        "/en/gemeenten/gm0363",
        "/standaarden/bestaat-niet",
        "/static/theme.css",
        "/favicon.ico",
        "/sparql/vragen",
        "/id/standaard/zaken-api",
        "/def/vormen",
        "/void.ttl",
        "/timemap/standaard/zaken-api",
        "/health/ready",
        "/bestaat/niet"
      })
  void a_head_is_a_get_without_the_body(String path) {
    HttpResponse<String> get = CuratedServer.get(path, "Accept", "text/html");
    HttpResponse<String> head =
        CuratedServer.send(
            CuratedServer.request(path, "Accept", "text/html")
                .method("HEAD", BodyPublishers.noBody()));
    assertEquals(get.statusCode(), head.statusCode());
    assertEquals("", head.body());
    assertEquals(headers(get), headers(head));
  }

  private static TreeMap<String, Object> headers(HttpResponse<String> response) {
    TreeMap<String, Object> headers = new TreeMap<>(response.headers().map());
    assertTrue(headers.remove("date") != null);
    // How a body is cut into pieces need not be known when there is none (RFC 9110 §9.3.2).
    headers.remove("content-length");
    headers.remove("transfer-encoding");
    return headers;
  }
}
