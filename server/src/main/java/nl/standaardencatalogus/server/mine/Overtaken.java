package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** What is told to who looks at, or changes, what another has changed since. */
final class Overtaken {
  private Overtaken() {}

  static String by(View view, Node declaration) {
    List<Moment> moments = view.states().moments(declaration);
    Optional<Commit> last =
        moments.isEmpty()
            ? Optional.empty()
            : view.states().commitOf(moments.get(moments.size() - 1).revision());
    return last.map(it -> by(view, declaration, it)).orElseGet(() -> view.t("overtaken"));
  }

  private static String by(View view, Node declaration, Commit last) {
    String key = view.holds(declaration) ? "overtaken.changed" : "overtaken.withdrawn";
    return view.t(key, view.moment(last.recorded()), view.name(last.onBehalfOf()));
  }

  /**
   * Refuses a row that was made from another revision than there is now.
   *
   * @param table whether it was filled in on a page: who goes back to that is shown what there is
   *     now beside what he typed
   */
  static Judged refused(View view, Judged judged, boolean table, long based, long current) {
    if (table) {
      return judged.refused(
          Judged.Fate.OVERTAKEN, view.t("grid.row.newer", by(view, judged.record())));
    }
    String then = String.valueOf(based);
    if (current == 0) {
      return judged.refused(Judged.Fate.OVERTAKEN, view.t("sheet.row.gone", then));
    }
    String now = String.valueOf(current);
    return based == 0
        ? judged.refused(Judged.Fate.REFUSED, view.t("sheet.row.there", now))
        : judged.refused(Judged.Fate.OVERTAKEN, view.t("sheet.row.newer", then, now));
  }
}
