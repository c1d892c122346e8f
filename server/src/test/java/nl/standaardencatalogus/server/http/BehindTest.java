package nl.standaardencatalogus.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that trusts no proxy; one that does is in {@code OpenIdTest}. */
class BehindTest {
  @ParameterizedTest
  @CsvSource({"X-Forwarded-For, ''", "Forwarded, for="})
  void who_writes_another_address_each_time_is_still_one_client(String header, String start) {
    String key = "sc_" + (start.isEmpty() ? "cccccccc" : "dddddddd") + "_" + "A".repeat(43);
    int status = 401;
    for (int i = 0; i < 20 && status == 401; i++) {
      status =
          CuratedServer.send(
                  CuratedServer.request(
                          "/api/v1/declarations/gm0363/zaken-api",
                          header,
                          start + "192.0.2." + i,
                          "Authorization",
                          "Bearer " + key)
                      .DELETE())
              .statusCode();
    }
    assertEquals(429, status);
  }
}
