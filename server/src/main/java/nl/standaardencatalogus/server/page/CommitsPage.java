package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.stream.LongStream;
import nl.standaardencatalogus.catalogue.revision.Commit;

/** The commits, the newest first. */
public record CommitsPage(Frame frame, List<Line> commits, Pager pager) {
  private static final int SIZE = 50;

  /** One commit. */
  public record Line(Link commit, String moment, Link behalf, String reason, int revisions) {}

  static CommitsPage of(View view, Asked asked) {
    int total = (int) Math.min(view.snapshot().sequence(), (long) SIZE * Asked.MOST_PAGES);
    Pager pager = Pager.of(view, asked, total, SIZE);
    long newest = view.snapshot().sequence() - pager.from();
    return new CommitsPage(
        view.frame(
            view.t("commits"), "", view.crumbs(Link.text(view.t("commits"))), asked.page() == 1),
        LongStream.range(0, pager.to() - pager.from())
            .mapToObj(i -> view.states().commit(newest - i))
            .flatMap(java.util.Optional::stream)
            .map(c -> line(view, c))
            .toList(),
        pager);
  }

  private static Line line(View view, Commit commit) {
    return new Line(
        new Link(view.t("name.commit", commit.number()), view.href("/commits/" + commit.number())),
        view.moment(commit.recorded()),
        view.link(commit.onBehalfOf()),
        commit.reason(),
        commit.revisions().size());
  }
}
