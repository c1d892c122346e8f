package nl.standaardencatalogus.server.api;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.http.Links;

/**
 * A page of a list, and where the others are.
 *
 * @param asked what the list is narrowed to stays so from page to page
 * @param page its number, from 1
 */
record Paging(Context asked, long page, int size, long pages) {

  /** The address of a page of the same list, without the name of the machine. */
  String at(long number) {
    Map<String, String> query = new TreeMap<>();
    asked.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
    query.put("page", Long.toString(number));
    query.put("pageSize", Integer.toString(size));
    return query.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", asked.path() + "?", ""));
  }

  /** Where the first and the last page are, and those before and after this one. */
  Links links() {
    Links links = new Links().add(at(1), "first");
    if (page > 1) {
      links.add(at(page - 1), "prev");
    }
    if (page < pages) {
      links.add(at(page + 1), "next");
    }
    return links.add(at(pages), "last");
  }
}
