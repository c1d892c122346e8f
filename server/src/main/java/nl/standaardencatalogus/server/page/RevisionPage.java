package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;

/** One revision, as the log holds it. */
public record RevisionPage(Frame frame, String name, List<Fact> facts, String content) {
  static RevisionPage of(View view, Revision revision) {
    String name = view.t("name.revisie", revision.number());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(view.t("revision.record"), List.of(view.link(revision.record()))));
    facts.add(
        new Fact(
            view.t("revision.kind"),
            List.of(Link.text(view.t("revision." + revision.kind().name())))));
    revision
        .previous()
        .ifPresent(
            number ->
                facts.add(new Fact(view.t("revision.previous"), List.of(view.revision(number)))));
    view.states().commitOf(revision.number()).ifPresent(commit -> add(view, facts, commit));
    view.snapshot()
        .current(revision.record())
        .filter(current -> current.revision() != revision.number())
        .ifPresent(
            current ->
                facts.add(
                    new Fact(
                        view.t("revision.current"), List.of(view.revision(current.revision())))));
    facts.add(new Fact(view.t("revision.hash"), List.of(Link.text(revision.contentHash()))));
    return new RevisionPage(
        view.frame(
            name, "", view.crumbs(view.section("commits", "/commits"), Link.text(name)), false),
        name,
        facts,
        revision.content());
  }

  private static void add(View view, List<Fact> facts, Commit commit) {
    facts.add(new Fact(view.t("record.commit"), List.of(view.commit(commit.number()))));
    facts.add(
        new Fact(view.t("record.recorded"), List.of(Link.text(view.moment(commit.recorded())))));
  }
}
