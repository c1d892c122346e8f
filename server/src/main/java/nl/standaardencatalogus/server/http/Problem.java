package nl.standaardencatalogus.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.web.HttpSC;

/**
 * Why a request was not answered, as RFC 9457 wants it told.
 *
 * @param members what a program may want to know besides, by name: whole numbers, texts, or lists
 *     of texts by name
 */
public record Problem(int status, String title, String detail, Map<String, Object> members) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** A problem under the usual title of its status. */
  public static Problem of(int status, String detail) {
    return new Problem(status, HttpSC.getMessage(status), detail, Map.of());
  }

  /** The same problem with one thing more to know. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(status, title, detail, more);
  }

  /** The problem as JSON. */
  public byte[] json() {
    JsonObject object =
        JSON.buildObject(
            builder -> {
              builder
                  .pair("type", "about:blank")
                  .pair("title", title)
                  .pair("status", status)
                  .pair("detail", detail);
              members.forEach(
                  (name, value) -> {
                    if (value instanceof Number number) {
                      builder.pair(name, number.longValue());
                    } else if (value instanceof List<?> list) {
                      builder.pair(name, objects(list));
                    } else {
                      builder.pair(name, value.toString());
                    }
                  });
            });
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonArray objects(List<?> list) {
    JsonArray array = new JsonArray();
    for (Object each : list) {
      JsonObject object = new JsonObject();
      ((Map<?, ?>) each).forEach((name, text) -> object.put(name.toString(), text.toString()));
      array.add(object);
    }
    return array;
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
