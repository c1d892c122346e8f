package nl.standaardencatalogus.server.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.account.Keys;
import org.apache.jena.graph.Node;

/** An organisation with a key that calls the API; what it hears must be described. */
final class Caller {
  static final Node AMSTERDAM = Iris.municipality("gm0363");
  static final Node UTRECHT = Iris.municipality("gm0344");
  static final String TURTLE = "text/turtle";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String key;

  /** A caller with a key of its own in a data folder. */
  Caller(Path folder, Node organisation, Role... roles) {
    Instant now = Instant.now();
    this.key =
        new Keys(folder.resolve("keys"))
            .make("proef", organisation.getURI(), Set.of(roles), now, now.plusSeconds(600))
            .text();
  }

  HttpResponse<String> ask(URI address, String method, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + key);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Described.checked(CLIENT.send(request.build(), BodyHandlers.ofString()));
  }

  static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  /** A declaration in Turtle, of a phase that began with this year. */
  static String declaration(Node municipality, String slug, String phase) {
    String code = Iris.lastSegment(municipality);
    return """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <%1$s> a sc:Declaration ;
          dct:title "Opgave over %2$s"@nl ;
          sc:municipality <%4$s> ;
          sc:standard <https://w3id.org/standaardencatalogus/id/standaard/%2$s> ;
          sc:declaredBy <%4$s> ;
          sc:phase <%1$s#fase-1> .
        <%1$s#fase-1> a sc:PhaseStatement ;
          sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/%3$s> ;
          sc:validFrom "2026-01-01"^^xsd:date .
        """
        .formatted(Iris.declaration(code, slug).getURI(), slug, phase, municipality.getURI());
  }
}
