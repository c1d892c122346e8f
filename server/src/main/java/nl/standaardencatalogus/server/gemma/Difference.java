package nl.standaardencatalogus.server.gemma;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.server.table.Table;
import nl.standaardencatalogus.server.table.TableFile;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * How a release differs from the catalogue, and what would be recorded for it.
 *
 * @param date the day of the release
 * @param lines what differs and what is to be known beside that, in an order that is always the
 *     same
 * @param changes the records as they would be
 */
public record Difference(Release release, LocalDate date, List<Line> lines, List<Change> changes) {
  private static final List<String> HEADINGS =
      List.of("kind", "thing", "objectId", "name", "property", "from", "to");

  /** What a line says. */
  public enum Kind {
    /** New in the release, and to be recorded. */
    ADDED,
    /** Said otherwise in the release. */
    CHANGED,
    /** In the catalogue, and in the release no more. */
    ENDED,
    /** The release does not go with what was decided, or obliges to what has ended. */
    CONTRADICTING,
    /** Odd within the release itself; it is taken over as it is. */
    NOTED,
    /** New in the release, but it lacks what a record needs: an editor describes it first. */
    WAITING,
    /** What the catalogue has no place for; it is left out. */
    UNKNOWN;

    /** All, that which somebody must have seen first. */
    public static final List<Kind> SHOWN =
        List.of(CONTRADICTING, ADDED, CHANGED, ENDED, WAITING, NOTED, UNKNOWN);

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One difference.
   *
   * @param thing the IRI of the record; empty when there is none
   * @param property what of it differs; empty for all of it
   */
  public record Line(
      Kind kind,
      String thing,
      String objectId,
      String name,
      String property,
      String from,
      String to) {
    private List<Node> cells() {
      return Stream.of(kind.text(), thing, objectId, name, property, from, to)
          .map(NodeFactory::createLiteralString)
          .toList();
    }

    private static String orNothing(String text) {
      return text.isEmpty() ? "nothing" : text;
    }

    /** As a sentence of sorts for a terminal. */
    public String text() {
      String about = name + (thing.isEmpty() ? "" : " <" + thing + ">");
      String what = property.isEmpty() ? "" : (about.isEmpty() ? "" : ": ") + property;
      String change =
          from.isEmpty() && to.isEmpty()
              ? ""
              : kind == Kind.CHANGED
                  ? " " + orNothing(from) + " -> " + orNothing(to)
                  : " " + (from + " " + to).strip();
      return about + what + change;
    }
  }

  /** Those of one kind. */
  public List<Line> lines(Kind kind) {
    return lines.stream().filter(it -> it.kind() == kind).toList();
  }

  /** All lines as a table that a spreadsheet opens: the same difference is the same bytes. */
  public byte[] csv() {
    return TableFile.CSV.write(
        new Table("gemma", HEADINGS, lines.stream().map(Line::cells).toList()));
  }

  /** How sources cite the release. */
  public String source() {
    return source(release, date);
  }

  static String source(Release release, LocalDate date) {
    String name = release.name() == null ? "" : ", " + release.name();
    return Draft.RELEASE + date + name + ", sha256 " + release.hash();
  }

  /** What is confirmed by whoever has seen this difference, and goes with no other. */
  public String code() {
    return CanonicalGraph.sha256(source() + "\n" + new String(csv(), StandardCharsets.UTF_8))
        .substring(0, 12);
  }
}
