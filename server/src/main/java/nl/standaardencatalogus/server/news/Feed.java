package nl.standaardencatalogus.server.news;

import java.util.List;
import java.util.Locale;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Arrival;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.PagePaths;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * A feed of revisions: each entry has the IRI of its revision, says what happened to which record
 * and why, and leads to its pages. Dutch, as the names of most records are.
 */
final class Feed {
  private final String publicUrl;
  private final Source source;
  private final Snapshot now;
  private Atom atom;

  private Feed(String publicUrl, Source source, Snapshot now) {
    this.publicUrl = publicUrl;
    this.source = source;
    this.now = now;
  }

  /**
   * Writes a feed.
   *
   * @param path where it is on the web
   * @param page the page that shows the same for people
   * @param source knows what records were before they were deleted
   * @param now the newest state
   */
  static byte[] of(
      Source source,
      String publicUrl,
      String path,
      String page,
      String title,
      Snapshot now,
      List<Arrival> changes) {
    return new Feed(publicUrl, source, now).written(path, page, title, changes);
  }

  private byte[] written(String path, String page, String title, List<Arrival> changes) {
    atom =
        Atom.feed(
            Iris.BASE.substring(0, Iris.BASE.length() - 1) + path,
            title,
            changes.isEmpty() ? now.recorded() : changes.get(0).commit().recorded());
    atom.link("self", publicUrl + path, "application/atom+xml");
    atom.link("alternate", publicUrl + page, "text/html");
    changes.forEach(this::entry);
    return atom.written();
  }

  private void entry(Arrival change) {
    Revision revision = change.revision();
    Graph content = content(revision);
    atom.entry(
        Iris.revision(revision.number()).getURI(),
        did(revision) + ": " + Names.of(content, revision.record(), now.graph()),
        change.commit().recorded());
    atom.author(change.commit().actor(), change.commit().onBehalfOf().getURI());
    atom.text("summary", change.commit().reason());
    atom.link("alternate", publicUrl + "/revisies/" + revision.number(), "text/html");
    PagePaths.of(revision.record())
        .ifPresent(page -> atom.link("related", publicUrl + page, "text/html"));
    atom.category(revision.kind().name().toLowerCase(Locale.ROOT));
    if (content.contains(Node.ANY, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS)) {
      atom.category("voorbeeldgegevens");
    }
    atom.end();
  }

  /** What a revision says of its record; of one that was deleted, what it was. */
  private Graph content(Revision revision) {
    Revision last =
        revision.kind() == Kind.DELETE
            ? revision.previous().flatMap(source::revision).orElse(revision)
            : revision;
    return CanonicalGraph.read(last.content());
  }

  private static String did(Revision revision) {
    return switch (revision.kind()) {
      case CREATE -> "Nieuw";
      case UPDATE -> "Gewijzigd";
      case DELETE -> "Verwijderd";
    };
  }
}
