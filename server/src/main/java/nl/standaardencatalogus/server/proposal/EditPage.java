package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.FormView;
import nl.standaardencatalogus.server.form.FormView.Said;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.mine.Me;
import nl.standaardencatalogus.server.page.Fact;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.Drafting.Filled;
import nl.standaardencatalogus.server.proposal.Drafting.Work;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The form about one record.
 *
 * @param heading what the page is called, whether something is wrong or not
 * @param path where it is sent to
 * @param record what it is about; null for a new one
 * @param over the standard that a new version is of; null for others
 * @param draft the id of the draft that it is part of; empty when that is not kept yet
 * @param standing tells what the draft made of it when the form was shown
 * @param remark the id of what it is made of; empty when it is of nothing
 * @param asked what was asked for there, in words
 * @param slug what somebody wants in the address of a new one; null when it has one
 * @param sample whether it is marked as made up
 * @param reasonless what is wrong with why it would be made; null when nothing is
 * @param lists what may be typed where something is referred to
 * @param untouched what the form does not show and leaves as it is
 * @param others what else the draft changes
 * @param more where another record can be added to the draft
 * @param publishes whether it may be published at once
 * @param told word of how what was asked ended; null when there is nothing to say of it
 * @param clashes what somebody else made of the same meanwhile
 */
public record EditPage(
    Frame frame,
    Me me,
    String heading,
    String path,
    Link record,
    Link over,
    String overKey,
    long based,
    String draft,
    String standing,
    String remark,
    List<Fact> asked,
    FormView view,
    String slug,
    boolean sample,
    String reason,
    String reasonless,
    List<Suggestions> lists,
    List<Fact> untouched,
    List<Link> others,
    List<Link> more,
    boolean publishes,
    String told,
    List<Link> clashes) {
  /** What may be typed in the fields of one sort. */
  public record Suggestions(String id, List<String> texts) {}

  static EditPage of(
      View view,
      Session session,
      Moderation moderation,
      Drafting drafting,
      Work work,
      Filled filled,
      List<Finding> findings) {
    References references = new References(view, work.draft());
    Typed shown = filled.typed().referring(drafting.form(work.kind()), references::written);
    FormView fields =
        FormView.of(
            drafting.form(work.kind()),
            drafting.named(work, filled).thing(),
            shown,
            findings,
            references,
            view);
    boolean there = work.record() != null && moderation.current(work.record()) > 0;
    String kind = view.t("edit.kind." + work.kind().key());
    String name = there ? view.name(work.record()) : kind;
    String heading = there ? view.t("edit.change", name) : fresh(view, work, kind);
    boolean wrong =
        filled.lacksReason()
            || findings.stream().anyMatch(it -> it.severity() == Severity.VIOLATION);
    return new EditPage(
        view.frame(
            wrong ? view.t("form.wrong", heading) : heading,
            "mijn",
            view.crumbs(view.section("proposals", Proposals.PATH), Link.text(heading)),
            false),
        Me.of(view, session),
        heading,
        view.href(work.path()),
        there ? view.link(work.record()) : null,
        work.over() == null ? null : named(view, work),
        work.over() == null ? "" : Iris.lastSegment(work.over()),
        filled.based(),
        work.draft() == null ? "" : work.draft().id(),
        filled.standing(),
        work.remark() == null ? "" : work.remark().id(),
        work.remark() == null ? List.of() : asked(view, work.remark().remark()),
        fields,
        work.record() == null && work.kind() != Editable.VERSION ? filled.slug() : null,
        filled.sample(),
        filled.reason(),
        reasonless(view, filled),
        references.suggestions(drafting.form(work.kind())),
        untouched(view, drafting, work),
        others(view, work),
        work.draft() == null ? version(view, moderation, work) : more(view, work.draft()),
        publishes(moderation, drafting, session, work),
        null,
        List.of());
  }

  private static String fresh(View view, Work work, String kind) {
    return work.over() == null
        ? view.t("edit.new", kind)
        : view.t("edit.version", named(view, work).label());
  }

  private static String reasonless(View view, Filled filled) {
    if (!filled.lacksReason()) {
      return null;
    }
    int length = filled.reason().length();
    return length == 0
        ? view.t("edit.reason.missing")
        : view.t("remark.toolong", Submission.LONGEST_REASON, length);
  }

  /** All that is wrong: what the rules say, and that nobody said why. */
  public List<Said> summary() {
    List<Said> all = new ArrayList<>(view.summary());
    if (reasonless != null) {
      all.add(new Said(List.of(Link.text(reasonless)), reasonless, "reden", true, null, null));
    }
    return all;
  }

  private static Link named(View view, Work work) {
    return work.draft() == null || view.holds(work.over())
        ? view.link(work.over())
        : work.draft().about(work.over()).map(it -> Link.text(it.name(view))).orElse(null);
  }

  /** What somebody asks for, in words. */
  static List<Fact> asked(View view, Remark remark) {
    List<Fact> facts = new ArrayList<>();
    if (remark.about() != null) {
      facts.add(new Fact(view.t("remark.about"), List.of(view.link(remark.about()))));
    }
    facts.add(new Fact(view.t("remark.title"), List.of(Link.text(remark.title()))));
    facts.add(new Fact(view.t("remark.description"), List.of(Link.text(remark.description()))));
    if (!remark.source().isEmpty()) {
      facts.add(new Fact(view.t("remark.source"), List.of(view.web(remark.source()))));
    }
    return facts;
  }

  private static boolean publishes(
      Moderation moderation, Drafting drafting, Session session, Work work) {
    Author author = Author.of(session);
    Submission draft =
        (work.draft() == null ? moderation.fresh(author, "", false, List.of()) : work.draft())
            .with(Proposed.of(Change.put(work.thing(), drafting.beginning(work)).basedOn(0)));
    return !moderation.isHeldBack(author, draft) && moderation.mayMake(session.principal(), draft);
  }

  private static List<Fact> untouched(View view, Drafting drafting, Work work) {
    Graph rest = drafting.untouched(work, drafting.beginning(work));
    Map<String, List<Link>> said = new TreeMap<>();
    rest.find()
        .filterKeep(it -> it.getSubject().equals(work.thing()))
        .forEach(
            it ->
                said.computeIfAbsent(view.term(it.getPredicate()), none -> new ArrayList<>())
                    .add(value(view, it.getObject())));
    return said.entrySet().stream().map(it -> new Fact(it.getKey(), it.getValue())).toList();
  }

  private static Link value(View view, Node value) {
    if (value.isURI() && value.getURI().contains("#")) {
      return Link.text(Iris.lastSegment(value));
    }
    return Link.text(value.isURI() ? view.called(value.getURI()) : view.literal(value));
  }

  private static List<Link> others(View view, Work work) {
    return work.draft() == null
        ? List.of()
        : work.draft().changes().stream()
            .filter(it -> !it.record().equals(work.record()))
            .map(it -> edit(view, work.draft(), it))
            .toList();
  }

  /** A record of a draft, with the way to its form. */
  static Link edit(View view, Submission draft, Proposed change) {
    return new Link(
        change.name(view),
        Editable.of(change.record(), change.graph())
            .map(it -> view.href(it.path(change.record()) + query(draft)))
            .orElse(null));
  }

  private static String query(Submission draft) {
    return "?" + Drafting.DRAFT + "=" + draft.id();
  }

  /** The forms for something new, but for versions, which are of a standard. */
  static List<Link> fresh(View view, String query) {
    return Arrays.stream(Editable.values())
        .filter(kind -> kind != Editable.VERSION)
        .map(
            kind ->
                new Link(
                    view.t("edit.new", view.t("edit.kind." + kind.key())),
                    view.href(kind.fresh() + query)))
        .toList();
  }

  /** What can be added to a draft: something new, or a version of a standard that is in it. */
  static List<Link> more(View view, Submission draft) {
    List<Link> more = new ArrayList<>(fresh(view, query(draft)));
    draft.changes().stream()
        .filter(
            it ->
                Editable.of(it.record(), it.graph()).filter(Editable.STANDARD::equals).isPresent())
        .map(it -> version(view, it.name(view), it.record(), query(draft) + "&"))
        .forEach(more::add);
    return more;
  }

  /** The form for a version of the standard that the form is about, once that is there. */
  private static List<Link> version(View view, Moderation moderation, Work work) {
    boolean there = work.record() != null && moderation.current(work.record()) > 0;
    return there && work.kind() == Editable.STANDARD
        ? List.of(version(view, view.name(work.record()), work.record(), "?"))
        : List.of();
  }

  private static Link version(View view, String name, Node standard, String query) {
    return new Link(
        view.t("edit.version", name),
        view.href(
            Editable.VERSION.fresh() + query + Drafting.OVER + "=" + Iris.lastSegment(standard)));
  }

  /** The same with word of how what was asked ended. */
  EditPage telling(String text) {
    return with(text, clashes);
  }

  /** The same with what somebody else made of the same meanwhile. */
  EditPage clashing(List<Link> theirs) {
    return with(told, theirs);
  }

  private EditPage with(String text, List<Link> theirs) {
    return new EditPage(
        frame,
        me,
        heading,
        path,
        record,
        over,
        overKey,
        based,
        draft,
        standing,
        remark,
        asked,
        view,
        slug,
        sample,
        reason,
        reasonless,
        lists,
        untouched,
        others,
        more,
        publishes,
        text,
        theirs);
  }
}
