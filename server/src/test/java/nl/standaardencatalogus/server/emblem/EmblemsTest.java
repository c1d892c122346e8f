package nl.standaardencatalogus.server.emblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class EmblemsTest {
  private static Document drawing(String path) throws Exception {
    String svg = CuratedServer.get(path).body();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static String title(Document drawing) {
    return drawing.getElementsByTagName("title").item(0).getTextContent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/standaarden/zaken-api/embleem.svg | Zaken API-standaard: VNG: Pas toe of leg uit.",
        "/standaarden/dkim/embleem.svg | DKIM: geen besluit van de VNG.",
        "/gemeenten/gm0363/embleem.svg | Amsterdam: gebruikt 0 van 23 vastgestelde standaarden.",
        "/gemeenten/gm0363/embleem/zaken-api.svg | Zaken API-standaard, Amsterdam: Geen opgave.",
        "/en/gemeenten/gm0363/embleem/zaken-api.svg | Zaken API-standaard, Amsterdam: No declaration."
      })
  void it_says_in_a_few_words_how_it_stands(String path, String said) throws Exception {
    String title = title(drawing(path));
    assertTrue(title.startsWith(said), title);
  }

  @Test
  void another_site_may_show_it_and_it_does_nothing_there() {
    HttpResponse<String> response = CuratedServer.get("/standaarden/zaken-api/embleem.svg");
    assertEquals("image/svg+xml;charset=utf-8", header(response, "Content-Type"));
    assertEquals("public, max-age=3600", header(response, "Cache-Control"));
    assertEquals(
        "default-src 'none'; frame-ancestors *", header(response, "Content-Security-Policy"));
    assertTrue(response.headers().firstValue("X-Frame-Options").isEmpty());
    assertTrue(response.headers().firstValue("Set-Cookie").isEmpty());
    assertFalse(response.body().contains("<script"), response.body());
    assertFalse(response.body().contains("href"), response.body());
  }

  @Test
  void no_page_may_be_framed_because_its_address_looks_like_one() {
    HttpResponse<String> response =
        CuratedServer.get("/standaarden/zaken-api", "Accept", "text/html");
    assertEquals("DENY", header(response, "X-Frame-Options"));
    assertTrue(header(response, "Content-Security-Policy").endsWith("frame-ancestors 'none'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/standaarden/bestaat-niet/embleem.svg",
        "/gemeenten/gm9999/embleem.svg",
        "/gemeenten/gm0363/embleem/bestaat-niet.svg"
      })
  void of_what_is_not_there_is_none(String path) {
    assertEquals(404, CuratedServer.get(path).statusCode());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
