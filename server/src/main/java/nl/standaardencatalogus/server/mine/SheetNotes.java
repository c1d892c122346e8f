package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Columns;
import nl.standaardencatalogus.server.sheet.Headings;
import nl.standaardencatalogus.server.sheet.Sheet;
import nl.standaardencatalogus.shapes.FormShape;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What is to know of a file as a whole, before its rows are looked at. */
final class SheetNotes {
  private SheetNotes() {}

  /** In words. */
  static List<String> of(
      View view, Node municipality, Sheet sheet, Review review, FormShape form, Columns columns) {
    List<String> notes = new ArrayList<>();
    if (!sheet.unread().isEmpty()) {
      String unread =
          sheet.unread().stream().map(it -> "‘" + it + "’").collect(Collectors.joining(", "));
      notes.add(view.t("review.note.read", sheet.name(), unread));
    }
    if (sheet.old()) {
      notes.add(view.t("review.note.old"));
    }
    headings(view, Headings.of(sheet, form, columns), notes);
    long absent = absent(view, municipality, review);
    if (absent == 1) {
      notes.add(view.t("review.note.absent.one"));
    } else if (absent > 1) {
      notes.add(view.t("review.note.absent", absent));
    }
    return notes;
  }

  private static void headings(View view, Headings headings, List<String> notes) {
    String language = view.language().tag();
    headings
        .renamed()
        .forEach(
            (column, heading) ->
                notes.add(view.t("review.note.renamed", column.heading().in(language), heading)));
    if (!headings.unknown().isEmpty()) {
      notes.add(view.t("review.note.unknown", String.join(", ", headings.unknown())));
    }
    String lacking =
        Stream.concat(
                headings.missing().stream().map(field -> field.label().in(language)),
                headings.parted().stream().map(column -> column.heading().in(language)))
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      notes.add(view.t("review.note.lacking", lacking));
    }
  }

  private static long absent(View view, Node municipality, Review review) {
    Set<Node> sent = review.rows().stream().map(Judged::record).collect(Collectors.toSet());
    return view.snapshot()
        .graph()
        .find(Node.ANY, SC.MUNICIPALITY, municipality)
        .mapWith(Triple::getSubject)
        .filterKeep(it -> Iris.standardOf(it).isPresent() && !sent.contains(it))
        .toList()
        .size();
  }
}
