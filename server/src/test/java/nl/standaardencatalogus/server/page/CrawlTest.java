package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every link from the home page on, in both languages.
 *
 * <p>Of the addresses with a query those with one parameter are followed, {@code op} not counted,
 * and of those with {@code op} only the ones without another parameter: filters can be combined
 * without end.
 */
@Tag("long")
class CrawlTest {
  private static final Pattern HREF = Pattern.compile("<a\\b[^>]*?\\shref=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

  /** What the small site does not serve, for it has pages only. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(/en)?/(id|doc|def|static|tabellen|catalog|dumps|api|ldes|mijn|bewerken|voorstellen|sparql)"
              + "([./?].*)?|.*/nieuws\\.atom|/(prefixes|void)\\.[a-z]+"
              + "|(/en)?/(gemeenten/[^/]*/geldt|aanbesteding|kwaliteit|leg-uit|tijdlijn|wat-als)\\.[a-z]+(\\?.*)?"
              // Of its revisions there is only one.
              + "|(/en)?/revisies/[1-4]");

  private static final int MOST = 20_000;

  @Test
  void every_link_leads_to_a_whole_page() {
    Map<String, Set<String>> ids = new HashMap<>();
    Map<String, String> fragments = new HashMap<>();
    Set<String> wrong = new TreeSet<>();
    Deque<String> toDo = new ArrayDeque<>(List.of("/", "/en"));
    Set<String> seen = new HashSet<>(toDo);
    try (Site site = new Site()) {
      while (!toDo.isEmpty()) {
        String path = toDo.remove();
        HttpResponse<String> page = site.get(path, "Accept", "text/html");
        if (page.statusCode() >= 300 && page.statusCode() < 400) {
          String to = page.headers().firstValue("Location").orElseThrow();
          if (follows(to) && seen.add(to)) {
            toDo.add(to);
          }
          continue;
        }
        String type = page.headers().firstValue("Content-Type").orElse("");
        if (page.statusCode() != 200) {
          wrong.add(page.statusCode() + " " + path);
        } else if (type.startsWith("text/html")) {
          lacks(path, page.body()).forEach(lack -> wrong.add(lack + " " + path));
          ids.put(path, all(ID, page.body()));
          for (String link : all(HREF, page.body())) {
            String target = link.startsWith("#") ? path + link : link;
            String address = target.replaceAll("#.*", "");
            if (target.contains("#")) {
              fragments.putIfAbsent(target, path);
            }
            if (follows(address) && seen.add(address)) {
              toDo.add(address);
            }
          }
        }
      }
    }
    fragments.forEach(
        (target, from) -> {
          int hash = target.indexOf('#');
          Set<String> there = ids.get(target.substring(0, hash));
          if (there != null && !there.contains(View.decode(target.substring(hash + 1)))) {
            wrong.add("no such place " + target + " from " + from);
          }
        });
    assertTrue(ids.size() > 100 && ids.size() < MOST, () -> ids.size() + " pages");
    assertEquals("", String.join("\n", wrong));
  }

  private static boolean follows(String address) {
    if (!address.startsWith("/") || ELSEWHERE.matcher(address).matches() && !question(address)) {
      return false;
    }
    int mark = address.indexOf('?');
    return mark < 0 || !address.substring(mark).contains("&");
  }

  private static boolean question(String address) {
    return address.matches("(/en)?/sparql/vragen.*") && !address.matches(".*\\.[a-z]+(\\?.*)?");
  }

  private static List<String> lacks(String path, String html) {
    List<String> lacks = new ArrayList<>();
    String language = path.matches("/en([/?].*)?") ? "en" : "nl";
    if (!html.contains("<html lang=\"" + language + "\">")) {
      lacks.add("no lang");
    }
    if (!Pattern.compile("<title>[^<]*\\S – Standaardencatalogus</title>").matcher(html).find()) {
      lacks.add("no title");
    }
    if (html.split("<h1\\b", -1).length != 2) {
      lacks.add("not one h1");
    }
    boolean home = path.matches("/(en)?(\\?.*)?");
    if (!home && !html.contains("class=\"crumbs\"")) {
      lacks.add("no breadcrumb");
    }
    return lacks;
  }

  private static Set<String> all(Pattern pattern, String html) {
    return pattern
        .matcher(html)
        .results()
        .map(r -> r.group(1).replace("&amp;", "&").replace("&#34;", "\"").replace("&#39;", "'"))
        .collect(Collectors.toSet());
  }
}
