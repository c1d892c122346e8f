package nl.standaardencatalogus.server.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Bound;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Relations;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/**
 * The answer to "do we have to use this standard?" on one sheet: yes, no or when, because of what,
 * who else does, what to do, and whom to ask.
 *
 * @param answer which of the answers it is
 * @param said the answer in a sentence
 * @param version which version the answer is about
 * @param reasons what obliges or recommends it; side by side where authorities differ
 * @param coming what will oblige or recommend it, by decisions that were taken
 * @param listed what else the Forum says, such as that it is not on the list
 * @param replacements what does the same in a new way
 * @param components the components of which GEMMA says that they must have it
 * @param municipality who asks; null for municipalities in general
 * @param verdict where that one stands; null without one, and where no decision obliges
 * @param steps what to do, in the order in which to do it
 * @param ask whom to ask; empty when that is not known
 */
public record AnswerPage(
    Frame frame,
    Link standard,
    String description,
    Answer answer,
    String said,
    String version,
    List<Relations.Line> replacements,
    List<Reason> reasons,
    List<Reason> coming,
    List<Badge> listed,
    List<Link> components,
    List<Link> successors,
    Link municipality,
    Verdict verdict,
    String phase,
    String use,
    Peers.Share peers,
    String peersLabel,
    List<Link> steps,
    List<Link> ask,
    Choice choice,
    boolean sample) {
  /** An answer, by how much it asks. */
  public enum Answer {
    MUST("war"),
    MUST_OR_EXPLAIN("war"),
    WHEN_BUYING("war"),
    NOT_YET("war"),
    NOT_YET_OR_EXPLAIN("war"),
    ADVISED("inf"),
    FOR_COMPONENTS("inf"),
    ADVISED_LATER("inf"),
    ENDED("neg"),
    NO("pos");

    private final String tone;

    Answer(String tone) {
      this.tone = tone;
    }

    /**
     * The place in a list: what binds before what will, what is advised, what is not asked, what is
     * over.
     */
    int rank() {
      return switch (this) {
        case MUST, MUST_OR_EXPLAIN, WHEN_BUYING -> 0;
        case NOT_YET, NOT_YET_OR_EXPLAIN -> 1;
        case ADVISED, FOR_COMPONENTS -> 2;
        case ADVISED_LATER, NO -> 3;
        case ENDED -> 4;
      };
    }

    /** Whether a decision asks for it, so that who does not use it is to explain that. */
    boolean obliges() {
      return rank() == 0;
    }

    /** Whether a decision that was taken will ask for it. */
    boolean willOblige() {
      return rank() == 1;
    }

    /** The tone that it is shown in, an extra beside its words. */
    public String tone() {
      return tone;
    }
  }

  /**
   * Why.
   *
   * @param since from when on, in words
   */
  public record Reason(Badge force, Duty duty, String since) {}

  /**
   * Which municipality to answer for.
   *
   * @param action where the form is sent
   */
  public record Choice(String action, List<Link> municipalities, String chosen) {}

  private static final String KEY = "gemeente";

  static AnswerPage of(View view, StandardSummary standard, Asked asked) {
    String code = asked.one(KEY);
    Optional<Municipality> municipality =
        view.overview().municipalities().stream().filter(it -> it.code().equals(code)).findFirst();
    if (!code.isEmpty() && municipality.isEmpty()) {
      asked.check(
          KEY, code, view.overview().municipalities().stream().map(Municipality::code).toList());
    }
    List<Duty> duties = Duty.of(view, standard);
    List<Link> components =
        Relations.of(view, standard.node())
            .only("appliesTo")
            .qualified("verplicht")
            .lines()
            .stream()
            .map(Relations.Line::other)
            .toList();
    List<Duty> coming = Duty.coming(view, standard);
    Answer answer = answer(standard, duties, coming, !components.isEmpty());
    List<Relations.Line> replacements = Relations.replacements(view, standard.node());
    Gap gap = municipality.map(it -> new Gap.Declared(view, it.node()).with(standard)).orElse(null);
    Peers peers = municipality.map(it -> Peers.of(view, it, asked)).orElse(null);
    String name = view.name(standard.node());
    String title = view.t("answer.title", name);
    int using = standard.tally().use();
    return new AnswerPage(
        view.frame(
            title,
            "standaarden",
            view.crumbs(
                view.section("standards", "/standaarden"),
                new Link(name, view.href("/standaarden/" + standard.slug())),
                Link.text(view.t("answer.crumb"))),
            code.isEmpty()),
        view.link(standard.node()),
        standard.description(),
        answer,
        say(view, standard, answer),
        version(view, standard),
        replacements,
        duties.stream()
            .map(
                it ->
                    new Reason(
                        view.badge(it.force()),
                        it,
                        it.since() == null
                            ? view.t("since.unknown")
                            : view.t("since", view.date(it.since()))))
            .toList(),
        coming.stream()
            .map(
                it ->
                    new Reason(
                        view.badge(it.force()), it, view.t("from.day", view.date(it.since()))))
            .toList(),
        duties.stream().anyMatch(it -> it.body() == Duty.Body.FORUM)
            ? List.of()
            : standard.on("forum-status").stream().map(it -> view.badge(it.value())).toList(),
        components,
        successors(view, standard),
        municipality
            .map(it -> new Link(it.name(), view.href("/gemeenten/" + it.code())))
            .orElse(null),
        gap == null || !answer.obliges() ? null : gap.verdict(),
        gap == null ? null : phase(view, gap),
        view.texts().counted("answer.use", using, view.overview().municipalities().size()),
        peers == null ? null : peers.share(standard),
        peers == null ? null : peers.label(),
        steps(view, standard, answer, replacements, gap, municipality.orElse(null)),
        ask(view, standard),
        new Choice(
            view.href("/moeten-wij/" + standard.slug()),
            view.overview().municipalities().stream()
                .map(it -> new Link(it.name(), it.code()))
                .toList(),
            code),
        view.overview().sample());
  }

  static Answer answer(View view, StandardSummary standard) {
    return answer(
        standard,
        Duty.of(view, standard),
        Duty.coming(view, standard),
        !standard.obliged().isEmpty());
  }

  /** An answer in a sentence, with the day from which on it will be another one. */
  static String say(View view, StandardSummary standard, Answer answer) {
    String key = "answer." + answer;
    return switch (answer) {
      case NOT_YET, NOT_YET_OR_EXPLAIN, ADVISED_LATER ->
          view.t(key, view.date(next(standard).orElseThrow().from()));
      default -> view.t(key);
    };
  }

  /** What comes, the heaviest first, as that decides on the answer. */
  private static Optional<Bound> next(StandardSummary standard) {
    return standard.coming().stream().max(Comparator.comparing(Bound::weight));
  }

  private static Answer answer(
      StandardSummary standard, List<Duty> duties, List<Duty> coming, boolean components) {
    if (standard.ended()) {
      return Answer.ENDED;
    }
    for (Duty duty : duties) {
      boolean ofVng = duty.body() == Duty.Body.VNG;
      switch (Slugs.of(duty.force())) {
        case "verplicht":
          return ofVng ? Answer.MUST : Answer.WHEN_BUYING;
        case "pas-toe-of-leg-uit":
          return Answer.MUST_OR_EXPLAIN;
        default:
          break;
      }
    }
    if (coming.stream().anyMatch(Duty::binds)) {
      return Slugs.of(next(standard).orElseThrow().forceNode()).equals("verplicht")
          ? Answer.NOT_YET
          : Answer.NOT_YET_OR_EXPLAIN;
    }
    if (!duties.isEmpty()) {
      return Answer.ADVISED;
    }
    if (components) {
      return Answer.FOR_COMPONENTS;
    }
    return coming.isEmpty() ? Answer.NO : Answer.ADVISED_LATER;
  }

  private static String version(View view, StandardSummary standard) {
    Optional<String> decided =
        standard
            .bound()
            .or(() -> next(standard))
            .map(Bound::covered)
            .filter(it -> !view.overview().byStandard().containsKey(it))
            .map(view::name);
    if (decided.isPresent()) {
      return view.t("answer.version.decided", decided.get());
    }
    StandardSummary.Newest newest = standard.newest();
    if (newest == null) {
      return view.t("answer.version.none");
    }
    return newest.issued() == null
        ? view.t("answer.version.undated", newest.label())
        : view.t("answer.version", newest.label(), view.when(newest.issued()));
  }

  /** What the municipality says of it, with the version where it named one. */
  private static String phase(View view, Gap gap) {
    if (gap.phase() == null) {
      return gap.verdict() == Verdict.SILENT ? view.t("stage.none") : null;
    }
    return gap.version() == null
        ? gap.phase()
        : view.t("answer.phase.version", gap.phase(), gap.version().label());
  }

  private static List<Link> successors(View view, StandardSummary standard) {
    return view.ask("standard/facts", "standard", standard.node()).stream()
        .filter(row -> row.text("property").equals("successor"))
        .map(row -> view.link(row.get("value")))
        .distinct()
        .toList();
  }

  private static List<Link> steps(
      View view,
      StandardSummary standard,
      Answer answer,
      List<Relations.Line> replacements,
      Gap gap,
      Municipality municipality) {
    List<Link> steps = new ArrayList<>();
    if (answer == Answer.ENDED) {
      successors(view, standard)
          .forEach(
              it -> steps.add(new Link(view.t("answer.step.successor", it.label()), it.href())));
    } else if (gap != null && answer.obliges()) {
      if (gap.verdict().isOpen() || gap.verdict() == Verdict.PLANNED) {
        Link act = GapPage.act(view, municipality, gap);
        steps.add(new Link(GapPage.next(view, gap), act == null ? null : act.href()));
      }
    } else if (gap != null && answer.willOblige()) {
      if (gap.verdict() != Verdict.ADOPTED) {
        Link act = GapPage.act(view, municipality, gap);
        steps.add(
            new Link(
                view.t("answer.step.coming", view.date(next(standard).orElseThrow().from())),
                act == null ? null : act.href()));
      }
    } else if (gap != null && gap.verdict() == Verdict.OLDER) {
      steps.add(Link.text(GapPage.next(view, gap)));
    }
    replacements.forEach(
        it ->
            steps.add(
                new Link(
                    view.t("answer.step.replacement", it.other().label()), it.other().href())));
    boolean asked = answer.rank() < Answer.NO.rank();
    boolean uses =
        gap != null && (gap.verdict() == Verdict.ADOPTED || gap.verdict() == Verdict.OLDER);
    if (asked && standard.newest() != null && !uses) {
      steps.add(
          new Link(
              view.t("answer.step.version", standard.newest().label()),
              view.link(standard.newest().version()).href()));
    }
    boolean asks = answer == Answer.MUST_OR_EXPLAIN || answer == Answer.WHEN_BUYING;
    if (asks && gap == null) {
      steps.add(Link.text(view.t("answer.step.explain")));
    }
    if (gap == null && view.op() == null && answer != Answer.ENDED) {
      steps.add(
          new Link(view.t("answer.step.declare"), view.href("/mijn?standaard=" + standard.slug())));
    }
    return steps;
  }

  private static List<Link> ask(View view, StandardSummary standard) {
    List<Link> ask = new ArrayList<>(standard.maintainers().stream().map(view::link).toList());
    view.ask("standard/facts", "standard", standard.node()).stream()
        .filter(row -> row.text("property").equals("page"))
        .map(row -> view.web(row.text("value")))
        .distinct()
        .forEach(ask::add);
    return ask;
  }
}
