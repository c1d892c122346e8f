package nl.standaardencatalogus.server.mine;

import java.util.List;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * For who acts for several municipalities, or for any: which.
 *
 * @param prepares whether he puts declarations ready that they look at first
 * @param prepared what he did put ready
 */
public record StartPage(
    Frame frame, Me me, List<Link> municipalities, boolean prepares, List<Prepared> prepared) {
  /**
   * A declaration that was put ready.
   *
   * @param rejected why the municipality does not take it over; null unless it refused
   * @param taken the revision by which it was taken over; null unless it was
   */
  public record Prepared(
      String municipality, MinePage.Waiting waiting, String rejected, Link taken) {}

  /** The same, for who puts declarations ready. */
  StartPage preparing(View view, List<Concept> concepts) {
    return new StartPage(
        frame,
        me,
        municipalities,
        true,
        concepts.stream()
            .map(
                it ->
                    new Prepared(
                        view.name(it.about().municipality()),
                        MinePage.waiting(view, it),
                        it.rejected(),
                        it.taken() > 0 ? view.revision(it.taken()) : null))
            .toList());
  }

  static StartPage of(View view, Session session, List<Node> municipalities, String standard) {
    boolean named = standard != null && OwnDeclaration.at("gm0000", standard, null).isPresent();
    String rest = named ? "/opgaven/" + standard : "";
    String title = view.t("mine.title");
    Me me = Me.of(view, session);
    List<Node> all = me.corrects() ? view.municipalities() : municipalities;
    return new StartPage(
        view.frame(title, "mijn", view.crumbs(new Link(title, null)), false),
        me,
        all.stream()
            .map(it -> new Link(view.name(it), view.href("/mijn/" + Mine.code(it) + rest)))
            .toList(),
        false,
        List.of());
  }
}
