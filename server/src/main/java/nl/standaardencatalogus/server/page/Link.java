package nl.standaardencatalogus.server.page;

/**
 * A piece of text that may lead somewhere.
 *
 * @param label what it says
 * @param href where it leads; null for plain text
 * @param language of the text where that is not what the page has here; else null
 */
public record Link(String label, String href, String language) {
  public Link(String label, String href) {
    this(label, href, null);
  }

  public static Link text(String label) {
    return new Link(label, null);
  }
}
