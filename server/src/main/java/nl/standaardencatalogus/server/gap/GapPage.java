package nl.standaardencatalogus.server.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/**
 * What holds for one municipality beside what it declared, standard by standard, with the rule and
 * the decision behind each, what comes next, and how municipalities like it do.
 *
 * @param path where it is, without language
 * @param query of the way of comparing, with its question mark
 * @param sections what municipalities agreed themselves, and the list of the Forum
 * @param coming what will hold, by decisions that were taken
 */
public record GapPage(
    Frame frame,
    String name,
    Link municipality,
    String path,
    String query,
    List<Section> sections,
    List<Coming> coming,
    String peers,
    List<Facet.Option> ways,
    boolean onlyOpen,
    String toggle,
    boolean sample) {
  /** The standards that hold by one body. */
  public record Section(Duty.Body body, List<Count> counts, List<Line> lines, int all) {
    /**
     * How many are in production, in whatever version: what the page of the municipality counts.
     */
    public int using() {
      return of(Verdict.ADOPTED) + older();
    }

    /** How many of those in a version to move on from. */
    public int older() {
      return of(Verdict.OLDER);
    }

    private int of(Verdict verdict) {
      return counts.stream().filter(it -> it.verdict() == verdict).mapToInt(Count::count).sum();
    }
  }

  /** How many have a verdict. */
  public record Count(Verdict verdict, int count) {}

  /**
   * One standard.
   *
   * @param duty why it holds by the body of the section
   * @param next what to do, in words; null when there is nothing to do
   * @param act where to do it; null on a past day
   */
  public record Line(
      Gap gap, Duty duty, Badge force, String since, String next, Link act, Peers.Share peers) {}

  /**
   * A standard that does not hold yet.
   *
   * @param from from when on, in words
   */
  public record Coming(Gap gap, Duty duty, Badge force, String from) {}

  /** What will hold for a municipality that is there, the first first. */
  static List<Coming> coming(View view, Municipality municipality) {
    Gap.Declared declared = new Gap.Declared(view, municipality.node());
    return view.overview().standards().stream()
        .filter(standard -> !standard.ended() && !standard.coming().isEmpty())
        .flatMap(
            standard ->
                Duty.coming(view, standard).stream()
                    .map(duty -> coming(view, declared.with(standard), duty)))
        .sorted(Comparator.comparing(it -> it.duty().since()))
        .toList();
  }

  private static Coming coming(View view, Gap gap, Duty duty) {
    return new Coming(
        gap, duty, view.badge(duty.force()), view.t("from.day", view.date(duty.since())));
  }

  /** All gaps of a municipality that is there, by the name of the standard. */
  static List<Gap> gaps(View view, Municipality municipality) {
    Gap.Declared declared = new Gap.Declared(view, municipality.node());
    return view.overview().standards().stream()
        .filter(standard -> !standard.ended())
        .map(declared::with)
        .filter(gap -> gap.holdsBy(Duty.Body.VNG) || gap.holdsBy(Duty.Body.FORUM))
        .toList();
  }

  static GapPage of(View view, Municipality municipality, Asked asked) {
    Peers peers = Peers.of(view, municipality, asked);
    boolean onlyOpen = asked.choice("toon", List.of("alles", "open")).equals("open");
    String title = view.t("gap.title", municipality.name());
    String path = "/gemeenten/" + municipality.code();
    String day = view.op() == null ? "" : "?op=" + view.op();
    List<Gap> all = gaps(view, municipality);
    List<Section> sections = new ArrayList<>();
    sections.add(section(view, municipality, peers, all, Duty.Body.VNG, onlyOpen));
    sections.add(
        section(
            view,
            municipality,
            peers,
            all.stream().filter(gap -> !gap.holdsBy(Duty.Body.VNG)).toList(),
            Duty.Body.FORUM,
            onlyOpen));
    return new GapPage(
        view.frame(
            title,
            "gemeenten",
            view.crumbs(
                view.section("municipalities", "/gemeenten"),
                new Link(municipality.name(), view.href(path)),
                Link.text(view.t("gap.crumb"))),
            true,
            List.of(
                new Link("text/turtle", path + "/geldt.ttl" + day),
                new Link("application/ld+json", path + "/geldt.jsonld" + day))),
        title,
        new Link(municipality.name(), view.href(path)),
        path + "/geldt",
        "?vergelijk=" + peers.way(),
        sections,
        coming(view, municipality),
        peers.label(),
        peers.choices(),
        onlyOpen,
        view.href(asked.with("toon", onlyOpen ? "" : "open")),
        view.overview().sample());
  }

  private static Section section(
      View view,
      Municipality municipality,
      Peers peers,
      List<Gap> all,
      Duty.Body body,
      boolean onlyOpen) {
    List<Gap> own = all.stream().filter(gap -> gap.holdsBy(body)).toList();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    own.forEach(gap -> counts.merge(gap.verdict(), 1, Integer::sum));
    List<Line> lines =
        own.stream()
            .filter(gap -> !onlyOpen || gap.verdict().isOpen())
            .map(gap -> line(view, municipality, peers, gap, body))
            .sorted(
                Comparator.comparing((Line line) -> !line.gap().verdict().isOpen())
                    .thenComparing(line -> line.gap().standard().label().toLowerCase()))
            .toList();
    return new Section(
        body,
        counts.entrySet().stream().map(it -> new Count(it.getKey(), it.getValue())).toList(),
        lines,
        own.size());
  }

  private static Line line(
      View view, Municipality municipality, Peers peers, Gap gap, Duty.Body body) {
    Duty duty = gap.duties().stream().filter(it -> it.body() == body).findFirst().orElseThrow();
    StandardSummary standard = view.overview().byStandard().get(gap.node());
    return new Line(
        gap,
        duty,
        view.badge(duty.force()),
        duty.since() == null ? view.t("since.unknown") : view.t("since", view.date(duty.since())),
        next(view, gap),
        act(view, municipality, gap),
        peers.share(standard));
  }

  /** What there is to do about a gap, in words. */
  static String next(View view, Gap gap) {
    String newest = gap.newest() == null ? view.t("unknown") : gap.newest().label();
    return switch (gap.verdict()) {
      case ADOPTED, EXPLAINED -> null;
      case OLDER -> view.t("gap.next.older", newest);
      case PLANNED ->
          gap.planned() == null
              ? view.t("gap.next.undated")
              : view.t("gap.next.planned", view.date(gap.planned()));
      case LATE -> view.t("gap.next.late", view.date(gap.planned()));
      case EXPLORING -> view.t("gap.next.exploring");
      case EXPIRED -> view.t("gap.next.expired", view.date(gap.review()));
      case NOT_APPLICABLE -> view.t("gap.next.not-applicable");
      case NOT -> view.t("gap.next.not");
      case SILENT -> view.t("gap.next.silent");
    };
  }

  /** Where to say otherwise; null on a past day. */
  static Link act(View view, Municipality municipality, Gap gap) {
    boolean settled = gap.verdict() == Verdict.ADOPTED || gap.verdict() == Verdict.EXPLAINED;
    return view.op() != null || settled
        ? null
        : new Link(
            view.t("gap.declare"),
            view.href("/mijn/" + municipality.code() + "/opgaven/" + Iris.lastSegment(gap.node())));
  }
}
