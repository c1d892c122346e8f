package nl.standaardencatalogus.server.mine;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * Who declares on behalf of a municipality, and whom it can give a mandate.
 *
 * @param gives whether who looks may give and withdraw them, or only has one
 * @param words what was searched for
 * @param told what was just done; null when nothing was
 */
public record MandatesPage(
    Frame frame,
    Me me,
    String name,
    boolean gives,
    String path,
    String words,
    List<Given> given,
    List<Link> organisations,
    Told told) {
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

  /**
   * What was done with a mandate.
   *
   * @param number of the commit
   */
  public record Told(String text, String number) {}

  static MandatesPage of(
      View view, Session session, Node municipality, boolean gives, String words, LocalDate today) {
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
        gives,
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

  /** The same, just after a revision of a mandate. */
  MandatesPage after(View view, Node municipality, Commit commit, Revision revision) {
    String to =
        Mandates.mandataries(view, municipality, "").stream()
            .filter(
                row ->
                    Iris.mandate(Mine.code(municipality), row.get("thing"))
                        .equals(revision.record()))
            .map(row -> row.text("label"))
            .findFirst()
            .orElseGet(() -> Iris.lastSegment(revision.record()));
    String done = "mandates.told." + revision.kind().name().toLowerCase(Locale.ROOT);
    String number = String.valueOf(commit.number());
    Told told = new Told(view.t(done, to, number), number);
    return new MandatesPage(frame, me, name, gives, path, words, given, organisations, told);
  }
}
