package nl.standaardencatalogus.server.http;

import java.util.ArrayList;
import java.util.List;

/** Links as RFC 8288 writes them: in a header, or one to a line in a link set. */
public final class Links {
  private final List<String> links = new ArrayList<>();

  /**
   * Adds a link.
   *
   * @param relation one relation, or more with spaces between
   * @param attributes names and values by turns
   */
  public Links add(String target, String relation, String... attributes) {
    StringBuilder link = new StringBuilder(128);
    link.append('<').append(target).append(">; rel=\"").append(relation).append('"');
    for (int i = 0; i < attributes.length; i += 2) {
      link.append("; ").append(attributes[i]).append("=\"").append(attributes[i + 1]).append('"');
    }
    links.add(link.toString());
    return this;
  }

  /** The value of a {@code Link} header. */
  public String header() {
    return String.join(", ", links);
  }

  /** The body of an {@code application/link-format} document. */
  public String lines() {
    return String.join(",\n", links) + "\n";
  }
}
