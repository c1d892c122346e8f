package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that shows what would come of a file. */
record Look(Person who, String path, String page) {
  private static final Pattern SEEN = Pattern.compile("name=\"gezien\" value=\"([^\"]+)\"");

  /** Sends a file, and looks at what would come of it. */
  static Look of(Person who, String path, byte[] file) throws Exception {
    HttpResponse<String> sent = who.upload(path, "opgaven.bestand", file);
    assertEquals(303, sent.statusCode(), sent.body());
    String address = sent.headers().firstValue("Location").orElse("");
    HttpResponse<String> shown = who.get(address);
    assertEquals(200, shown.statusCode());
    return new Look(who, address, shown.body());
  }

  HttpResponse<String> decide(String action, String... more) throws Exception {
    Matcher seen = SEEN.matcher(page);
    assertTrue(seen.find(), page);
    List<String> fields =
        new ArrayList<>(
            List.of("zegel", Person.seal(page), "gezien", seen.group(1), "actie", action));
    fields.addAll(List.of(more));
    return who.post(path, fields.toArray(String[]::new));
  }

  /** What is said of a row. */
  String row(int number) {
    String start = "<tr id=\"rij-" + number + "\">";
    int at = page.indexOf(start);
    return at < 0 ? "" : page.substring(at, page.indexOf("</tr>", at));
  }

  boolean counts(String what) {
    return page.contains("<li>" + what + "</li>");
  }
}
