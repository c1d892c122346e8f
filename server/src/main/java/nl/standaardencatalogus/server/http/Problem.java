package nl.standaardencatalogus.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.web.HttpSC;

/** Why a request was not answered, as RFC 9457 wants it told. */
public record Problem(int status, String title, String detail) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem under the usual title of its status. */
  public static Problem of(int status, String detail) {
    return new Problem(status, HttpSC.getMessage(status), detail);
  }

  /** The problem as JSON. */
  public byte[] json() {
    JsonObject object =
        JSON.buildObject(
            builder ->
                builder
                    .pair("type", "about:blank")
                    .pair("title", title)
                    .pair("status", status)
                    .pair("detail", detail));
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the problem as the whole answer; does nothing to an answer that is on its way. */
  public void send(HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    byte[] body = json();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
