package nl.standaardencatalogus.server.feed;

import java.util.List;

/**
 * A way to read an event stream: a root with the pages below it.
 *
 * @param path where its root is
 * @param latest whether only the last revision of each record is still in it
 */
record View(Feed feed, String path, boolean latest) {
  /** All there are. */
  static final List<View> ALL =
      List.of(
          new View(Feed.ALL, Feed.ALL.path(), false),
          new View(Feed.DCAT, Feed.DCAT.path(), false),
          new View(Feed.DCAT, Feed.DCAT.path() + "/laatste", true));

  /** Where one of its pages is. */
  String path(int page) {
    return path + "/pagina/" + page;
  }

  /** Whether what a page says will never be another thing. */
  boolean immutable(FeedPage page) {
    return page.closed() && !latest;
  }
}
