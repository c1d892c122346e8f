package nl.standaardencatalogus.server.http;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;

/** What a client says it can read. */
public final class Accept {
  private Accept() {}

  /**
   * The media type that suits the client best; the first one offered when it does not mind, empty
   * when none will do.
   */
  public static Optional<String> best(String header, List<String> offered) {
    if (header == null || header.isBlank()) {
      return Optional.of(offered.get(0));
    }
    AcceptList asked = new AcceptList(header);
    AcceptList offer = AcceptList.create(offered.toArray(String[]::new));
    return Optional.ofNullable(AcceptList.match(asked, offer)).map(MediaType::getContentTypeStr);
  }

  /** Whether a page suits the client better than anything for programs. */
  public static boolean page(String header) {
    return best(header, List.of("application/json", "text/html"))
        .filter("text/html"::equals)
        .isPresent();
  }

  /** Whether a client reads gzip, by its Accept-Encoding. */
  public static boolean gzip(String header) {
    return header != null && header.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0+)?\\b(?!\\.)).*");
  }
}
