package nl.standaardencatalogus.server.gemma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.gemma.Catalogued.Relation;
import nl.standaardencatalogus.server.gemma.Catalogued.Thing;
import nl.standaardencatalogus.server.gemma.Difference.Kind;
import nl.standaardencatalogus.server.gemma.Difference.Line;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * How what the catalogue says now of what GEMMA has differs from what it said when the last release
 * had been taken over. It follows from the revisions alone.
 *
 * @param source how the release is cited
 * @param commit which took it over
 * @param lines what differs, in an order that is always the same
 */
record Drift(String source, Commit commit, List<Line> lines) {
  /** Since the release that was taken over last; empty when none was. */
  static Optional<Drift> of(Catalogue catalogue) {
    Snapshot now = catalogue.snapshot();
    Questions questions = Questions.load();
    Drift last = null;
    for (Row row : questions.select("gemma/taken", now.graph())) {
      String source = row.text("source");
      Node record = Iris.recordOf(NodeFactory.createURI(row.text("thing")));
      Optional<Commit> commit = first(catalogue, record, source);
      if (commit.isPresent() && (last == null || commit.get().number() > last.commit().number())) {
        last = new Drift(source, commit.get(), List.of());
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    Snapshot then = catalogue.asOf(last.commit().recorded());
    return Optional.of(
        new Drift(
            last.source(),
            last.commit(),
            lines(Catalogued.of(then.graph(), questions), Catalogued.of(now.graph(), questions))));
  }

  /** The commit that made a record cite it; later ones carry that along. */
  private static Optional<Commit> first(Catalogue catalogue, Node record, String source) {
    return catalogue.revisions(record).stream()
        .filter(it -> it.content().contains(source))
        .findFirst()
        .map(Revision::number)
        .flatMap(catalogue::commitOf);
  }

  private static List<Line> lines(Catalogued then, Catalogued now) {
    List<Line> lines = new ArrayList<>();
    Map<Node, Thing> later = byNode(now);
    Map<Node, Thing> before = byNode(then);
    before.forEach((node, thing) -> compare(thing, later.get(node), lines));
    later.values().stream()
        .filter(it -> it.living() && !before.containsKey(it.node()))
        .forEach(it -> lines.add(line(Kind.ADDED, it, "", "", "")));
    relations(then, now, before, lines);
    return lines.stream()
        .sorted(
            Comparator.comparing(Line::kind)
                .thenComparing(Line::thing)
                .thenComparing(Line::property)
                .thenComparing(Line::from)
                .thenComparing(Line::to))
        .toList();
  }

  private static Map<Node, Thing> byNode(Catalogued all) {
    Map<Node, Thing> things = new HashMap<>();
    all.byObjectId().values().forEach(it -> things.put(it.node(), it));
    return things;
  }

  private static void compare(Thing then, Thing now, List<Line> lines) {
    if (now == null) {
      lines.add(line(Kind.ENDED, then, "", "", ""));
      return;
    }
    changed(then, "title", then.title(), now.title(), lines);
    changed(then, "elementType", slug(then.type()), slug(now.type()), lines);
    changed(then, "gemmaType", slug(then.gemmaType()), slug(now.gemmaType()), lines);
    changed(then, "bbn", then.bbn(), now.bbn(), lines);
    changed(then, "version", then.label(), now.label(), lines);
    changed(then, "status", slug(then.status()), slug(now.status()), lines);
    changed(then, "validUntil", then.until(), now.until(), lines);
  }

  private static void changed(
      Thing thing, String property, String from, String to, List<Line> lines) {
    if (!Objects.equals(from, to)) {
      lines.add(
          line(
              Kind.CHANGED,
              thing,
              property,
              Objects.requireNonNullElse(from, ""),
              Objects.requireNonNullElse(to, "")));
    }
  }

  private static void relations(
      Catalogued then, Catalogued now, Map<Node, Thing> things, List<Line> lines) {
    then.relations().values().stream()
        .filter(it -> it.archimate() != null && things.containsKey(it.from()))
        .forEach(
            it -> {
              Relation later = now.relations().get(it.node());
              Thing from = things.get(it.from());
              if (later == null) {
                lines.add(line(Kind.ENDED, from, name(it), said(it), ""));
              } else if (!said(it).equals(said(later))) {
                lines.add(line(Kind.CHANGED, from, name(it), said(it), said(later)));
              }
            });
    now.relations().values().stream()
        .filter(it -> it.archimate() != null && things.containsKey(it.from()))
        .filter(it -> !then.relations().containsKey(it.node()))
        .forEach(it -> lines.add(line(Kind.ADDED, things.get(it.from()), name(it), "", said(it))));
  }

  private static String name(Relation relation) {
    return Iris.lastSegment(relation.type()) + " " + Iris.lastSegment(relation.to());
  }

  private static String said(Relation relation) {
    return relation.qualifier() == null
        ? Objects.requireNonNullElse(relation.label(), "")
        : slug(relation.qualifier());
  }

  private static String slug(Node concept) {
    return concept == null ? "" : Iris.lastSegment(concept);
  }

  private static Line line(Kind kind, Thing thing, String property, String from, String to) {
    return new Line(
        kind,
        thing.node().getURI(),
        Objects.requireNonNullElse(thing.objectId(), ""),
        Objects.requireNonNullElse(thing.title(), ""),
        property,
        from,
        to);
  }
}
