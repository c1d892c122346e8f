package nl.standaardencatalogus.server.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * Why a municipality does not use a standard, as it holds on the day looked at: for as long as the
 * municipality is there and does not use the standard after all.
 *
 * @param review the day before which it is to be looked at again; null when that is not said
 * @param overdue whether that day is over
 */
public record Explained(
    Municipality municipality,
    StandardSummary standard,
    Node declaration,
    Node ground,
    String text,
    String from,
    String review,
    boolean overdue) {

  /** All that hold, those to look at again first. */
  static List<Explained> of(View view) {
    return of(view, Map.of());
  }

  /** Those about one standard, those to look at again first. */
  public static List<Explained> of(View view, StandardSummary standard) {
    return of(view, Map.of("standard", standard.node()));
  }

  private static List<Explained> of(View view, Map<String, Node> values) {
    List<Explained> all = new ArrayList<>();
    for (Row row : view.ask("adoption/register", values)) {
      Municipality municipality = view.overview().byMunicipality().get(row.get("municipality"));
      StandardSummary standard = view.overview().byStandard().get(row.get("standard"));
      boolean begun = !row.has("from") || row.text("from").compareTo(view.day()) <= 0;
      if (municipality != null && standard != null && begun && holds(row, municipality, standard)) {
        String review = row.has("review") ? row.text("review") : null;
        all.add(
            new Explained(
                municipality,
                standard,
                row.get("declaration"),
                row.get("ground"),
                row.has("description") ? row.text("description") : null,
                row.has("from") ? row.text("from") : null,
                review,
                review != null && review.compareTo(view.day()) < 0));
      }
    }
    all.sort(
        Comparator.comparing((Explained it) -> it.review() == null ? "9999" : it.review())
            .thenComparing(it -> it.municipality().sort())
            .thenComparing(it -> it.standard().name()));
    return all;
  }

  private static boolean holds(Row row, Municipality municipality, StandardSummary standard) {
    Held held = standard.held().get(municipality.node());
    return held != null
        && held.stage() == Stage.DEVIATE
        && held.declaration().equals(row.get("declaration"));
  }
}
