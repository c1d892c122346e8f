package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.server.page.Fact;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * What became of what somebody asked for.
 *
 * @param number what he can name it by
 * @param waits whether it was not answered yet
 */
public record RemarkedPage(Frame frame, String number, boolean waits, List<Fact> facts) {
  static RemarkedPage of(View view, Submission submission) {
    Remark remark = submission.remark();
    String title = view.t("remarked.title", remark.title());
    List<Fact> facts = new ArrayList<>();
    add(view, facts, "proposal.state", Link.text(state(view, submission)));
    add(view, facts, "proposal.when", Link.text(view.moment(submission.at())));
    if (remark.about() != null) {
      add(view, facts, "remark.about", view.link(remark.about()));
    }
    add(view, facts, "remark.description", Link.text(remark.description()));
    if (!remark.source().isEmpty()) {
      add(view, facts, "remark.source", view.web(remark.source()));
    }
    Verdict verdict = submission.verdict();
    if (verdict != null) {
      add(view, facts, "proposal.answer.by", view.link(verdict.by().organisation()));
      if (!verdict.reason().isEmpty()) {
        add(view, facts, "proposal.answer", Link.text(verdict.reason()));
      }
      if (verdict.where() != null) {
        add(view, facts, "proposal.where", Proposals.where(view, verdict.where()));
      }
      if (verdict.commit() > 0) {
        add(view, facts, "record.commit", view.commit(verdict.commit()));
      }
    }
    return new RemarkedPage(
        view.frame(
            title,
            "",
            view.crumbs(view.section("remark.heading", Remarks.PATH), Link.text(title)),
            false),
        submission.id(),
        verdict == null,
        facts);
  }

  private static String state(View view, Submission submission) {
    return view.t("proposal.state." + submission.state());
  }

  private static void add(View view, List<Fact> facts, String key, Link value) {
    facts.add(new Fact(view.t(key), List.of(value)));
  }
}
