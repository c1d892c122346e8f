package nl.standaardencatalogus.server.mine;

import java.time.LocalDate;
import java.util.List;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * Who declares on behalf of a municipality, and whom it can give a mandate.
 *
 * @param words what was searched for
 * @param told the number of the commit that was just made; null when none was
 */
public record MandatesPage(
    Frame frame,
    Me me,
    String name,
    String path,
    String words,
    List<Given> given,
    List<Link> organisations,
    String told) {
  private static final int MOST = 100;

  /** Whether there may be others than these. */
  public boolean more() {
    return organisations.size() == MOST;
  }

  /**
   * A mandate that was given.
   *
   * @param until null when it has no end
   * @param holds whether it counts today
   * @param path of the form about it
   */
  public record Given(
      Link organisation, String from, String until, int standards, boolean holds, String path) {}

  static MandatesPage of(
      View view, Session session, Node municipality, String words, LocalDate today) {
    String name = view.name(municipality);
    String title = view.t("mandates.title");
    String mine = view.href("/mijn/" + Mine.code(municipality));
    return new MandatesPage(
        view.frame(
            title,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"), new Link(name, mine), new Link(title, null)),
            false),
        Me.of(view, session),
        name,
        view.href(path(municipality)),
        words,
        view.ask("attention/mandates", "municipality", municipality).stream()
            .map(row -> given(view, municipality, row, today.toString()))
            .toList(),
        Mandates.mandataries(view, municipality, words).stream()
            .limit(MOST)
            .map(
                row -> new Link(row.text("label"), view.href(path(municipality, row.get("thing")))))
            .toList(),
        null);
  }

  static String path(Node municipality) {
    return "/mijn/" + Mine.code(municipality) + "/mandaten";
  }

  static String path(Node municipality, Node organisation) {
    return path(municipality) + "/" + Mandates.end(organisation);
  }

  private static Given given(View view, Node municipality, Row row, String today) {
    Node organisation = row.get("organisation");
    String from = row.text("from");
    String until = row.text("until");
    boolean ended = until != null && until.compareTo(today) < 0;
    return new Given(
        view.link(organisation),
        view.date(from),
        until == null ? null : view.date(until),
        Integer.parseInt(row.text("standards")),
        from.compareTo(today) <= 0 && !ended,
        view.href(path(municipality, organisation)));
  }

  /** The same, just after a commit with this number; whatever else is asked is not told. */
  MandatesPage told(View view, String commit) {
    boolean number = commit != null && commit.matches("[1-9][0-9]{0,11}");
    return number
        ? new MandatesPage(frame, me, name, path, words, given, organisations, commit)
        : this;
  }
}
