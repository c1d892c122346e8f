package nl.standaardencatalogus.server.openid;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import nl.standaardencatalogus.catalogue.iri.Iris;

/** A program that shows a token and asks what its declaration would come to; records nothing. */
final class Program {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Program() {}

  /** Declares for a municipality; without a token when that is null. */
  static HttpResponse<String> declare(String address, String municipality, String token)
      throws IOException, InterruptedException {
    String body =
        """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <%1$s> a sc:Declaration ; dct:title "Opgave"@nl ; sc:municipality <%2$s> ;
          sc:standard <https://w3id.org/standaardencatalogus/id/standaard/zaken-api> ;
          sc:declaredBy <%2$s> ; sc:phase <%1$s#fase-1> .
        <%1$s#fase-1> a sc:PhaseStatement ;
          sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/orientatie> ;
          sc:validFrom "2026-01-01"^^xsd:date .
        """
            .formatted(
                Iris.declaration(municipality, "zaken-api").getURI(),
                Iris.municipality(municipality).getURI());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    address
                        + "/api/v1/declarations/"
                        + municipality
                        + "/zaken-api?dryRun=true&reason=Proef"))
            .header("Content-Type", "text/turtle")
            .header("If-None-Match", "*")
            .PUT(BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
