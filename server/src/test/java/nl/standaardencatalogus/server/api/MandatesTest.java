package nl.standaardencatalogus.server.api;

import static nl.standaardencatalogus.server.api.Caller.AMSTERDAM;
import static nl.standaardencatalogus.server.api.Caller.TURTLE;
import static nl.standaardencatalogus.server.api.Caller.UTRECHT;
import static nl.standaardencatalogus.server.api.Caller.declaration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mandates over HTTP, on the curated catalogue. */
class MandatesTest {
  private static final Node REALISATION = Iris.organisation("vng-realisatie");

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

  private static URI at(String below) {
    return URI.create(server.address() + "/api/v1" + below);
  }

  private static String mandate() {
    return """
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <%s> a sc:Mandate ; sc:mandator <%s> ; sc:mandatary <%s> ;
          sc:validFrom "2026-01-01"^^xsd:date .
        """
        .formatted(Iris.mandate("gm0363", REALISATION), AMSTERDAM, REALISATION);
  }

  private static HttpResponse<String> put(Caller caller, String path, String body)
      throws Exception {
    return caller.ask(at(path), "PUT", body, "Content-Type", TURTLE, "If-None-Match", "*");
  }

  @Test
  void who_has_a_mandate_declares_until_it_is_withdrawn() throws Exception {
    Caller realisation = new Caller(folder, REALISATION, Role.COOPERATION);
    String path = "/mandates/gm0363/vng-realisatie";
    String body =
        declaration(AMSTERDAM, "zaken-api", "orientatie")
            .replace("sc:declaredBy <" + AMSTERDAM, "sc:declaredBy <" + REALISATION);
    String declared = "/declarations/gm0363/zaken-api";
    assertEquals(403, put(realisation, declared, body).statusCode());
    assertEquals(403, put(realisation, path, mandate()).statusCode());

    HttpResponse<String> given = put(amsterdam, path, mandate());
    assertEquals(201, given.statusCode(), given::body);
    HttpResponse<String> made = put(realisation, declared, body);
    assertEquals(201, made.statusCode(), made::body);

    HttpResponse<String> there = amsterdam.ask(at(path), "GET", "", "Accept", TURTLE);
    assertTrue(there.body().contains("sc:Mandate"), there::body);
    String tag = Caller.tag(there);
    assertEquals(428, amsterdam.ask(at(path), "DELETE", "").statusCode());
    assertEquals(200, amsterdam.ask(at(path), "DELETE", "", "If-Match", tag).statusCode());
    assertEquals(404, amsterdam.ask(at(path), "GET", "").statusCode());
    String mine = Caller.tag(realisation.ask(at(declared), "GET", "", "Accept", TURTLE));
    assertEquals(403, realisation.ask(at(declared), "DELETE", "", "If-Match", mine).statusCode());
  }

  @Test
  void nobody_gives_a_mandate_of_another() throws Exception {
    long before = server.catalogue().snapshot().sequence();
    Caller utrecht = new Caller(folder, UTRECHT, Role.MUNICIPALITY);
    String path = "/mandates/gm0363/vng-realisatie";
    assertEquals(403, put(utrecht, path, mandate()).statusCode());
    assertEquals(422, put(utrecht, "/mandates/gm0344/vng-realisatie", mandate()).statusCode());
    assertEquals(before, server.catalogue().snapshot().sequence());
  }

  @Test
  void the_rules_for_mandates_hold_here_too() throws Exception {
    HttpResponse<String> wrong =
        put(
            amsterdam,
            "/mandates/gm0363/vng-realisatie",
            mandate().replace("sc:validFrom", "sc:validUntil"));
    assertEquals(422, wrong.statusCode(), wrong::body);
    assertTrue(wrong.body().contains("Mandate-validFrom"), wrong::body);
  }
}
