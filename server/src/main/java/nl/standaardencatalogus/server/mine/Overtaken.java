package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** Who changed a declaration last and when, for who looks at what was there before. */
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
}
