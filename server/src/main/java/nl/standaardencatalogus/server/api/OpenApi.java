package nl.standaardencatalogus.server.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.http.ApiVersion;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The description of the API in OpenAPI. It is a file that people write; tests hold it against what
 * the API does. Where this catalogue is on the web and who answers for it is filled in here.
 */
final class OpenApi {
  static final String PATH = ApiVersion.PATH + "/openapi.json";

  private static final String FILE = "openapi.json";

  private final byte[] body;
  private final String tag;

  /**
   * The description of the API at an address.
   *
   * @param contactEmail null when nobody has been named: a reserved address says so
   */
  OpenApi(String publicUrl, URI contactEmail) {
    JsonObject document = read();
    JsonObject info = document.getObj("info");
    info.put("version", ApiVersion.NUMBER);
    JsonObject contact = info.getObj("contact");
    contact.put("url", publicUrl + "/over");
    if (contactEmail != null) {
      contact.put("email", contactEmail.getSchemeSpecificPart());
    }
    JsonObject server = new JsonObject();
    server.put("url", publicUrl + ApiVersion.PATH);
    JsonArray servers = new JsonArray();
    servers.add(server);
    document.put("servers", servers);
    this.body = document.toString().getBytes(StandardCharsets.UTF_8);
    String hash = CanonicalGraph.sha256(new String(body, StandardCharsets.UTF_8));
    this.tag = '"' + hash.substring(0, 32) + '"';
  }

  void routes(JavalinConfig config) {
    Reads.add(config, PATH, this::get);
  }

  private void get(Context context) {
    new Parameters(context).end();
    Validators validators = new Validators(tag, null);
    validators.send(context.res());
    context.header("Cache-Control", "no-cache");
    if (validators.unchanged(context.req())) {
      context.status(304);
    } else {
      context.contentType("application/json").result(body);
    }
  }

  /** The description as it is in the program. */
  static JsonObject read() {
    try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the program: " + FILE);
      }
      return JSON.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
