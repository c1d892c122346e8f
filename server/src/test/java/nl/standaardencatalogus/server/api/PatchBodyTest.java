package nl.standaardencatalogus.server.api;

import static nl.standaardencatalogus.server.api.Caller.AMSTERDAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proposal as a patch, over HTTP. */
class PatchBodyTest {
  private static final Node STANDARD = Iris.standard("zaken-api");
  private static final String S = "<" + STANDARD.getURI() + ">";
  private static final String NAME = "<http://www.w3.org/2004/02/skos/core#altLabel>";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Caller amsterdam;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    amsterdam = new Caller(folder, AMSTERDAM, Role.MUNICIPALITY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> propose(String patch) throws Exception {
    long seen = server.catalogue().snapshot().sequence();
    URI address = URI.create(server.address() + "/api/v1/proposals?reason=Proef&basedOn=" + seen);
    return amsterdam.ask(address, "POST", patch, "Content-Type", PatchBody.TYPE);
  }

  private static String title() {
    Triple title =
        server
            .catalogue()
            .snapshot()
            .record(STANDARD)
            .find(STANDARD, DCTerms.title.asNode(), Node.ANY)
            .next();
    return "<"
        + DCTerms.title.getURI()
        + "> \""
        + title.getObject().getLiteralLexicalForm()
        + "\"@"
        + title.getObject().getLiteralLanguage();
  }

  @Test
  void what_it_adds_and_takes_out_is_proposed_of_the_record_as_it_is() throws Exception {
    HttpResponse<String> response =
        propose(
            "TX .\nD %1$s %2$s .\nA %1$s <%3$s> \"Zaken, anders\"@nl .\nTC .\n"
                .formatted(S, title(), DCTerms.title.getURI()));
    assertEquals(201, response.statusCode(), response::body);
    JsonObject change =
        JSON.parse(response.body()).getArray("changes").findFirst().orElseThrow().getAsObject();
    assertEquals("update", change.getString("kind"));
    assertEquals(1, change.getString("added").lines().count());
    assertEquals(1, change.getString("removed").lines().count());
    assertTrue(change.getString("added").contains("Zaken, anders"), response::body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422 | D %s %s \"die er niet is\" . | is not there",
        "422 | A _:b %s \"x\" . | is no record",
        "422 | A <https://example.org/x> %2$s \"x\" . | is no record",
        "422 | A %s %s \"x\" <https://example.org/graaf> . | in no named graph",
        "400 | A %s %s <relatief> . | is relative",
        "400 | A %s %s _:leeg . | a blank node",
        "400 | A %s . | cannot be read",
        "400 | TX . | adds nothing",
        "400 | TX . A %s %s \"x\" . TA . | takes back"
      })
  void what_cannot_be_is_refused_with_the_reason(int status, String patch, String reason)
      throws Exception {
    String body = patch.formatted(S, NAME).replace(" . ", " .\n") + "\n";
    HttpResponse<String> response = propose(body);
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(response.body().contains(reason), response::body);
  }
}
