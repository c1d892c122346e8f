package nl.standaardencatalogus.server.impact;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Relations;
import nl.standaardencatalogus.server.page.VersionLine;
import nl.standaardencatalogus.server.page.View;

/**
 * What would follow if a standard or a version ended, or a standard became binding, on a day.
 *
 * @param standard what stands in the field for the standard
 * @param versions what may be chosen as a version of it; the address is the value
 * @param known the names of all standards
 * @param sections what it touches, by kind; empty when nothing is asked yet
 * @param remarks what to know before the figures
 * @param places what comes in the place of what ends
 * @param files the same for machines, and a link that stays the same
 * @param limits by what is known of which day it is answered
 */
public record ImpactPage(
    Frame frame,
    String standard,
    String what,
    String version,
    List<Link> versions,
    String day,
    List<String> known,
    List<Section> sections,
    List<String> remarks,
    List<Link> places,
    List<Link> files,
    boolean sample,
    String limits) {
  /** From so many lines on, a list is folded. */
  private static final int LONG = 25;

  /**
   * The things of one kind that are touched.
   *
   * @param inhabitants null for what has none
   */
  public record Section(String id, String title, String how, List<Line> lines, Long inhabitants) {
    public boolean isLong() {
      return lines.size() > LONG;
    }
  }

  /** One thing that is touched. */
  public record Line(
      Link thing, String standing, String note, List<Hop> path, Integer population) {}

  /** One claim on the way to it. */
  public record Hop(Link from, String relation, Link to) {}

  static ImpactPage of(View view, Asked asked) {
    Supposition supposed = Supposition.of(view, asked).orElse(null);
    Impact impact = supposed == null ? null : Impact.of(view, supposed);
    String title = title(view, supposed);
    return new ImpactPage(
        view.frame(
            title,
            "",
            view.crumbs(Link.text(view.t("impact.title"))),
            supposed == null,
            supposed == null
                ? List.<Link>of()
                : List.of(
                    new Link("text/turtle", Impacts.PATH + ".ttl" + supposed.query(view)),
                    new Link(
                        "application/ld+json", Impacts.PATH + ".jsonld" + supposed.query(view)))),
        supposed == null ? "" : view.name(supposed.standard().node()),
        Happening.of(asked.choice(Supposition.WHAT, Happening.WORDS)).word(),
        supposed == null || supposed.version() == null
            ? ""
            : Supposition.path(supposed.standard(), supposed.version()),
        supposed == null ? List.of() : versions(view, supposed),
        supposed == null ? Supposition.day(view, asked) : supposed.day(),
        view.overview().standards().stream()
            .map(it -> view.name(it.node()))
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .distinct()
            .toList(),
        impact == null ? List.of() : sections(view, impact, ""),
        impact == null ? List.of() : remarks(view, impact),
        impact == null ? List.of() : impact.places(),
        supposed == null ? List.of() : files(view, supposed),
        view.overview().sample(),
        view.t("impact.limits", view.date(view.day())));
  }

  static String title(View view, Supposition supposed) {
    if (supposed == null) {
      return view.t("impact.title");
    }
    return view.t(
        "impact.asked." + supposed.what().name().toLowerCase(Locale.ROOT),
        supposed.name(view),
        view.date(supposed.day()));
  }

  private static List<Link> versions(View view, Supposition supposed) {
    return VersionLine.of(view, supposed.standard().node()).stream()
        .map(it -> new Link(it.version().label(), Supposition.path(supposed.standard(), it)))
        .toList();
  }

  static List<Link> files(View view, Supposition supposed) {
    return Stream.of("csv", "ods", "ttl", "jsonld")
        .map(
            it -> new Link(it.toUpperCase(), view.href(Impacts.PATH + "." + it + supposed.query())))
        .toList();
  }

  /**
   * The things that are touched, by kind.
   *
   * @param before what their ids begin with, where several answers are on one page
   */
  static List<Section> sections(View view, Impact impact, String before) {
    return impact.effects().entrySet().stream()
        .map(
            it ->
                new Section(
                    before + it.getKey().slug(),
                    view.t("impact.effect." + it.getKey().slug()),
                    view.t(how(impact, it.getKey()), view.date(view.day())),
                    it.getValue().stream().map(finding -> line(view, finding)).toList(),
                    it.getKey().isOfMunicipalities() ? impact.inhabitants(it.getKey()) : null))
        .toList();
  }

  /**
   * How a figure is computed, to be filled in with the day that is looked at; an explanation is
   * needed for other reasons when something ends.
   */
  static String how(Impact impact, Effect effect) {
    Happening what = impact.supposed().what();
    if (effect == Effect.NEEDED && what == Happening.BINDS) {
      return "impact.how.needed.binding";
    }
    return effect == Effect.LAPSING && what == Happening.LIFTED
        ? "impact.how.lapsing.lifted"
        : "impact.how." + effect.slug();
  }

  private static Line line(View view, Finding finding) {
    return new Line(
        finding.thing(),
        finding.standing(),
        finding.note(),
        finding.path().stream()
            .map(
                it ->
                    new Hop(
                        view.link(it.from()),
                        Relations.said(view, it.relation()),
                        view.link(it.to())))
            .toList(),
        finding.population());
  }

  private static List<String> remarks(View view, Impact impact) {
    Supposition supposed = impact.supposed();
    Stream.Builder<String> remarks = Stream.builder();
    String day = view.date(view.day());
    if (supposed.day().compareTo(view.day()) < 0) {
      remarks.add(view.t("impact.passed", day));
    }
    if (supposed.version() != null
        && supposed.version().published() != null
        && supposed.version().published().compareTo(supposed.day()) > 0) {
      remarks.add(view.t("impact.before", view.when(supposed.version().published())));
    }
    if (supposed.what() == Happening.LIFTED) {
      new Lifting(view, supposed, impact.inhabited()).remarks().forEach(remarks::add);
    } else if (supposed.what() == Happening.BINDS) {
      String bound =
          Duty.of(view, supposed.standard()).stream()
              .filter(Duty::binds)
              .map(it -> it.authority().label() + ": " + view.name(it.force()))
              .collect(Collectors.joining(". "));
      if (!bound.isEmpty()) {
        remarks.add(view.t("impact.bound", bound, day));
      }
    } else if (supposed.standard().ended()) {
      remarks.add(view.t("ended.banner"));
    }
    int gone = impact.inhabited().gone().size();
    remarks.add(
        view.texts().counted("impact.there", impact.inhabited().there().size(), day)
            + (gone == 0 ? "" : " " + view.texts().counted("impact.gone", gone, day)));
    return remarks.build().toList();
  }
}
