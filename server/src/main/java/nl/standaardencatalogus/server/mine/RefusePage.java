package nl.standaardencatalogus.server.mine;

import java.util.List;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * A last look before a municipality says that what a predecessor declared does not hold for it.
 *
 * @param path which it is sent to
 * @param form where to declare something else
 * @param phases what may hold in its place
 * @param incomplete whether it was sent without a phase or a reason
 */
public record RefusePage(
    Frame frame,
    Me me,
    String path,
    String mine,
    String form,
    String municipality,
    Link standard,
    Predecessor predecessor,
    List<Phase> phases,
    String reason,
    boolean incomplete) {
  /** A phase to choose. */
  public record Phase(String value, String label, String help, boolean chosen) {}

  static RefusePage of(
      View view,
      Session session,
      OwnDeclaration about,
      Inherited inherited,
      List<Node> phases,
      String chosen,
      String reason,
      boolean incomplete) {
    Predecessor predecessor = Predecessor.of(view, about, inherited, false);
    String title = view.t("refuse.title", predecessor.name(), view.name(about.standard()));
    String name = view.name(about.municipality());
    String mine = view.href("/mijn/" + about.code());
    return new RefusePage(
        view.frame(
            incomplete ? view.t("form.wrong", title) : title,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"), new Link(name, mine), new Link(title, null)),
            false),
        Me.of(view, session),
        view.href(about.path()),
        mine,
        view.href(about.path()),
        name,
        view.link(about.standard()),
        predecessor,
        phases.stream()
            .map(
                it ->
                    new Phase(
                        it.getURI(), view.name(it), view.meaning(it), it.getURI().equals(chosen)))
            .toList(),
        reason,
        incomplete);
  }
}
