package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;

/** One commit: who recorded what, when, on whose behalf and why. */
public record CommitPage(
    Frame frame, String name, String reason, List<Fact> facts, int count, List<Line> revisions) {
  private static final int MOST = 200;

  /** One revision of the commit. */
  public record Line(Link revision, String kind, Link record) {}

  static CommitPage of(View view, Commit commit) {
    String name = view.t("name.commit", commit.number());
    return new CommitPage(
        view.frame(
            name, "", view.crumbs(view.section("commits", "/commits"), Link.text(name)), false),
        name,
        commit.reason(),
        facts(view, commit),
        commit.revisions().size(),
        commit.revisions().stream().limit(MOST).map(r -> line(view, r)).toList());
  }

  private static List<Fact> facts(View view, Commit commit) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(view, "record.recorded", Link.text(view.moment(commit.recorded()))));
    facts.add(fact(view, "commit.actor", Link.text(commit.actor())));
    facts.add(fact(view, "record.behalf", view.link(commit.onBehalfOf())));
    commit
        .proposer()
        .ifPresent(
            it ->
                facts.add(
                    new Fact(
                        view.t("commit.proposer"),
                        List.of(Link.text(it.name()), view.link(it.organisation())))));
    facts.add(fact(view, "revision.hash", Link.text(commit.hash())));
    facts.add(fact(view, "commit.previous", Link.text(commit.previousHash())));
    return facts;
  }

  private static Fact fact(View view, String key, Link value) {
    return new Fact(view.t(key), List.of(value));
  }

  private static Line line(View view, Revision revision) {
    return new Line(
        view.revision(revision.number()),
        view.t("revision." + revision.kind().name()),
        view.link(revision.record()));
  }
}
