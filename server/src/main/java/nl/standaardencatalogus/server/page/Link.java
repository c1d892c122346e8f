package nl.standaardencatalogus.server.page;

/**
 * A piece of text that may lead somewhere.
 *
 * @param label what it says
 * @param href where it leads; null for plain text
 */
public record Link(String label, String href) {
  public static Link text(String label) {
    return new Link(label, null);
  }
}
