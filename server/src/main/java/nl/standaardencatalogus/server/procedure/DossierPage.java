package nl.standaardencatalogus.server.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.impact.Binding;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Fact;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Procedure;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.page.VersionLine;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The papers for one item on the agenda of a meeting: what the catalogue knows of what it is about,
 * what was brought in about it, and a text to begin with.
 *
 * @param facts which meeting it is for
 * @param outcome what the item came to, in Dutch; null as long as that is not recorded
 * @param standards what it is about: a standard, or all of a family
 * @param procedures those that bring it to this meeting
 * @param taken what was decided or advised on it in the meeting
 * @param draft the text of a decision or an advice to begin with, in Dutch; none without standards
 *     and where that was taken already
 * @param madeUp whether the meeting or a procedure is made up for demonstration
 */
public record DossierPage(
    Frame frame,
    String title,
    List<Fact> facts,
    String outcome,
    List<Paper> standards,
    List<ProcedurePage> procedures,
    List<Link> taken,
    List<String> draft,
    boolean madeUp) {

  /**
   * A standard in the papers.
   *
   * @param statuses what it has now, by whoever says so
   * @param versions those that are alive or to come, the newest first
   */
  public record Paper(
      Link standard,
      String description,
      List<Link> maintainers,
      List<Badge> statuses,
      List<VersionLine> versions,
      Binding binding) {}

  /** What was assessed for the procedures. */
  public List<Assessment> assessments() {
    return procedures.stream().flatMap(it -> it.assessments().stream()).toList();
  }

  static Optional<DossierPage> of(View view, Node meeting, Node item) {
    List<Row> rows =
        view.ask("meeting/agenda", "meeting", meeting).stream()
            .filter(row -> row.get("item").equals(item))
            .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(of(view, meeting, rows));
  }

  private static DossierPage of(View view, Node meeting, List<Row> rows) {
    String title = rows.get(0).text("title");
    Set<Node> subjects = new LinkedHashSet<>();
    rows.stream()
        .filter(row -> row.has("subject"))
        .forEach(row -> subjects.add(row.get("subject")));
    List<Procedure> procedures =
        Procedure.all(view).stream()
            .filter(
                it ->
                    subjects.contains(it.node())
                        || it.subjects().stream().anyMatch(subjects::contains))
            .toList();
    // An item often names the procedure alone.
    procedures.stream()
        .filter(it -> subjects.contains(it.node()))
        .toList()
        .forEach(it -> subjects.addAll(it.subjects()));
    List<StandardSummary> standards = standards(view, subjects);
    Row held =
        view.questions().select("meeting/list", view.snapshot().graph()).stream()
            .filter(row -> row.get("meeting").equals(meeting))
            .findFirst()
            .orElseThrow();
    Link meets = view.link(meeting);
    List<Link> taken = taken(view, meeting, held, subjects, standards);
    return new DossierPage(
        view.frame(
            title,
            "besluiten",
            view.crumbs(
                view.section("meetings.title", Procedures.MEETINGS), meets, Link.text(title)),
            true),
        title,
        List.of(
            new Fact(view.t("meeting"), List.of(meets)),
            new Fact(view.t("meeting.body"), List.of(view.link(held.get("body")))),
            new Fact(view.t("date"), List.of(Link.text(view.date(held.text("day")))))),
        rows.get(0).text("outcome"),
        standards.stream().map(it -> paper(view, it)).toList(),
        procedures.stream().flatMap(it -> ProcedurePage.of(view, it.node()).stream()).toList(),
        taken,
        standards.isEmpty() || !taken.isEmpty()
            ? List.of()
            : draft(view, held.get("body"), subjects, standards, procedures),
        view.isMadeUp(meeting) || procedures.stream().anyMatch(it -> view.isMadeUp(it.node())));
  }

  /** What came of it: by the meeting, or by its body on its day where no meeting is named. */
  private static List<Link> taken(
      View view, Node meeting, Row held, Set<Node> subjects, List<StandardSummary> standards) {
    Set<Node> here =
        view.ask("meeting/decisions", "meeting", meeting).stream()
            .map(row -> row.get("decision"))
            .collect(Collectors.toSet());
    return Stream.concat(subjects.stream(), standards.stream().map(StandardSummary::node))
        .distinct()
        .flatMap(it -> view.ask("decision/of-standard", "standard", it).stream())
        .filter(
            row ->
                here.contains(row.get("decision"))
                    || held.get("body").equals(row.get("body"))
                        && held.text("day").equals(row.text("decided")))
        .map(row -> view.link(row.get("decision")))
        .distinct()
        .toList();
  }

  /** The standards that subjects name: themselves, the members of a family, or by a version. */
  private static List<StandardSummary> standards(View view, Set<Node> subjects) {
    Set<Node> named = new LinkedHashSet<>();
    for (Node subject : subjects) {
      List<Row> members = view.ask("standard/members", "family", subject);
      members.forEach(row -> named.add(row.get("standard")));
      if (members.isEmpty()) {
        named.add(subject);
      }
    }
    return view.overview().standards().stream()
        .filter(
            it -> named.contains(it.node()) || named.stream().anyMatch(each -> isVersion(it, each)))
        .toList();
  }

  private static boolean isVersion(StandardSummary standard, Node subject) {
    return subject.isURI() && subject.getURI().startsWith(standard.node().getURI() + "/versie/");
  }

  private static Paper paper(View view, StandardSummary standard) {
    List<Badge> statuses = new ArrayList<>();
    standard.bound().ifPresent(it -> statuses.add(view.badge(it.forceNode())));
    standard.on("forum-status").forEach(it -> statuses.add(view.badge(it.value())));
    standard.on("levensfase").forEach(it -> statuses.add(view.badge(it.value())));
    return new Paper(
        view.link(standard.node()),
        standard.description(),
        standard.maintainers().stream().map(view::link).toList(),
        statuses.stream().distinct().toList(),
        VersionLine.of(view, standard.node()).stream().filter(it -> !it.life().ended()).toList(),
        Binding.of(view, standard));
  }

  /** A paper for a Dutch body is in Dutch, whatever the page is in. */
  private static List<String> draft(
      View view,
      Node body,
      Set<Node> subjects,
      List<StandardSummary> standards,
      List<Procedure> procedures) {
    Texts dutch = new Texts(Language.NL);
    Node subject =
        subjects.stream()
            .filter(it -> procedures.stream().noneMatch(each -> each.node().equals(it)))
            .findFirst()
            .orElse(standards.get(0).node());
    String name = view.dutchName(subject);
    List<Row> reactions =
        procedures.stream()
            .flatMap(it -> view.ask("procedure/reactions", "procedure", it.node()).stream())
            .toList();
    List<String> draft = new ArrayList<>();
    draft.add(dutch.get("dossier.draft.body", view.dutchName(body)));
    if (!reactions.isEmpty()) {
      long answered = reactions.stream().filter(row -> row.has("answer")).count();
      draft.add(
          answered == 0
              ? dutch.counted("dossier.draft.reactions.open", reactions.size())
              : answered == reactions.size()
                  ? dutch.counted("dossier.draft.reactions", reactions.size())
                  : dutch.get("dossier.draft.reactions.some", reactions.size(), answered));
    }
    for (StandardSummary standard : standards) {
      draft.add(
          dutch.get(
              "dossier.draft.use",
              dutch.number(standard.tally().use()),
              dutch.number(standard.tally().total()),
              view.dutchName(standard.node()),
              dutch.number(standard.tally().underway())));
    }
    boolean advises = Iris.lastSegment(body).equals("college-van-dienstverleningszaken");
    draft.add(dutch.get(advises ? "dossier.draft.advice" : "dossier.draft.decision", name));
    return draft;
  }
}
