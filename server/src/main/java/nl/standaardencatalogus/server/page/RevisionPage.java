package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;

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
                facts.add(
                    new Fact(
                        view.t("revision.previous"),
                        List.of(
                            new Link(
                                view.t("name.revisie", number),
                                view.href("/revisies/" + number))))));
    Snapshot.Current current = view.snapshot().current(revision.record()).orElse(null);
    if (current != null && current.revision() == revision.number()) {
      facts.add(
          new Fact(
              view.t("record.commit"),
              List.of(
                  new Link(
                      view.t("name.commit", current.commit()),
                      view.href("/commits/" + current.commit())))));
      facts.add(
          new Fact(
              view.t("record.recorded"),
              List.of(Link.text(view.date(current.recorded().toString())))));
    } else if (current != null) {
      facts.add(
          new Fact(
              view.t("revision.current"),
              List.of(
                  new Link(
                      view.t("name.revisie", current.revision()),
                      view.href("/revisies/" + current.revision())))));
    }
    facts.add(new Fact(view.t("revision.hash"), List.of(Link.text(revision.contentHash()))));
    return new RevisionPage(
        view.frame(
            name, "", view.crumbs(view.section("commits", "/commits"), Link.text(name)), false),
        name,
        facts,
        revision.content());
  }
}
