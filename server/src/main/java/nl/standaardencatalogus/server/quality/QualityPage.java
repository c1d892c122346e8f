package nl.standaardencatalogus.server.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Pager;
import nl.standaardencatalogus.server.page.Passing;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Rule;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * What the rules find: by rule, by who can mend it and over time; where sources contradict each
 * other, which are weak, and of what nobody says when.
 *
 * @param busy whether the findings are still being worked out
 * @param municipalities how many of those there are that can mend something
 * @param ofMunicipalities how many findings that are together
 * @param older whether they are those of a state before this one
 * @param lines those that are asked for; null on the page of all
 * @param trendBusy whether some quarters are still being worked out
 */
public record QualityPage(
    Frame frame,
    boolean busy,
    boolean older,
    List<Weight> weights,
    List<RuleLine> rules,
    List<OwnerLine> owners,
    int municipalities,
    int ofMunicipalities,
    List<Line> contradictions,
    RuleLine weak,
    List<Undated> undated,
    String drawing,
    List<Moment> trend,
    boolean trendBusy,
    Chosen lines)
    implements Passing {
  private static final Set<String> CONTRADICTIONS =
      Set.of("Standard-sourcesDisagree", "Standard-statusOverlap", "Record-disagreement");
  private static final String WEAK = "Record-sourceWeak";
  private static final int SIZE = 100;
  private static final int LONGEST = 160;

  /** How many findings have a weight. */
  public record Weight(Severity severity, int count, String href) {}

  /** A rule with how many it finds. */
  public record RuleLine(
      String id, String name, String about, Severity severity, int count, String href) {}

  /** Who can mend so many. */
  public record OwnerLine(String name, int warnings, int infos, String href) {}

  /** One finding. */
  public record Line(Link record, String rule, String ruleHref, String message, Link value) {}

  /** How many there were of each weight at the end of a day. */
  public record Moment(String day, long violations, long warnings, long infos, int records) {}

  /** Of how many things of a kind nobody says when. */
  public record Undated(String kind, int undated, int all) {}

  /**
   * What is asked for.
   *
   * @param rule the page about the one rule that is chosen; null when none is
   * @param chips by what, each with the address without it
   */
  public record Chosen(
      String title,
      Link rule,
      List<Link> chips,
      int count,
      List<Line> lines,
      Pager pager,
      String query) {}

  @Override
  public boolean passing() {
    return busy || older || trendBusy;
  }

  static QualityPage of(View view, Checks checks, Trend trend, Map<Node, Rule> texts, Asked asked) {
    LocalDate day = view.overview().day();
    Optional<List<Finding>> current = checks.of(view.snapshot(), day);
    Optional<List<Finding>> shown =
        current.isPresent() || view.op() != null ? current : checks.newest();
    List<Finding> all = shown.orElse(List.of());
    Maker maker = new Maker(view, new Texts(view, texts), new Owners(view));
    Selection selection =
        shown.isPresent()
            ? Selection.of(view, maker.texts(), maker.owners(), all, asked)
            : new Selection(List.of(), List.of());
    Chosen chosen = selection.isAll() ? null : maker.chosen(selection, asked);
    // Not before the findings of now are there: those are what somebody waits for.
    boolean looksBack = shown.isPresent() && view.op() == null && chosen == null;
    // Asked first: what becomes known in between is not in the points.
    boolean trendBusy = looksBack && trend.isBusy(day);
    List<Trend.Point> points = looksBack ? new ArrayList<>(trend.points(day)) : new ArrayList<>();
    if (!points.isEmpty()) {
      points.add(Trend.Point.of(day, all, view.snapshot()));
    }
    List<RuleLine> rules = maker.rules(all);
    List<Node> municipalities = maker.municipalities(all).toList();
    return new QualityPage(
        frame(view, chosen),
        shown.isEmpty(),
        current.isEmpty() && shown.isPresent(),
        maker.weights(all),
        rules,
        chosen == null ? maker.owners(all) : List.of(),
        (int) municipalities.stream().distinct().count(),
        municipalities.size(),
        chosen == null ? maker.contradictions(all) : List.of(),
        rules.stream().filter(it -> it.id().equals(WEAK)).findFirst().orElse(null),
        chosen == null ? undated(view) : List.of(),
        points.size() < 2 ? null : TrendDrawing.of(view, points),
        points.stream()
            .map(
                it ->
                    new Moment(
                        it.day().toString(),
                        it.violations(),
                        it.warnings(),
                        it.infos(),
                        it.records()))
            .toList(),
        trendBusy,
        chosen);
  }

  private static Frame frame(View view, Chosen chosen) {
    if (chosen == null) {
      List<Link> crumbs = view.crumbs(Link.text(view.t("quality")));
      return view.frame(view.t("quality"), "kwaliteit", crumbs, true);
    }
    List<Link> crumbs =
        view.crumbs(view.section("quality", "/kwaliteit"), Link.text(chosen.title()));
    String title = view.t("quality.chosen", chosen.title());
    return view.frame(title, "kwaliteit", crumbs, false);
  }

  private static List<Undated> undated(View view) {
    return view.ask("quality/undated", Map.of()).stream()
        .map(
            row ->
                new Undated(
                    row.text("kind"),
                    Integer.parseInt(row.text("undated")),
                    Integer.parseInt(row.text("all"))))
        .toList();
  }

  private record Maker(View view, Texts texts, Owners owners) {
    List<Weight> weights(List<Finding> all) {
      List<Weight> weights = new ArrayList<>();
      for (Severity severity : Severity.values()) {
        int count = (int) all.stream().filter(it -> it.severity() == severity).count();
        weights.add(new Weight(severity, count, href(Selection.WEIGHT, Selection.slug(severity))));
      }
      return weights;
    }

    List<RuleLine> rules(List<Finding> all) {
      return grouped(all, Selection::slug).entrySet().stream()
          .map(it -> rule(it.getKey(), it.getValue()))
          .sorted(
              Comparator.comparing(RuleLine::severity)
                  .thenComparing(Comparator.comparing(RuleLine::count).reversed())
                  .thenComparing(RuleLine::name))
          .toList();
    }

    private RuleLine rule(String slug, List<Finding> own) {
      Rule rule = texts.rules().get(own.get(0).shape());
      return new RuleLine(
          slug,
          texts.title(own.get(0)),
          rule == null || rule.about() == null
              ? view.t("rules.any")
              : rule.about().in(view.language().tag()),
          own.get(0).severity(),
          own.size(),
          href(Selection.RULE, slug));
    }

    List<OwnerLine> owners(List<Finding> all) {
      return grouped(all, it -> Selection.slug(owners, it)).entrySet().stream()
          .map(it -> owner(it.getKey(), it.getValue()))
          .sorted(
              Comparator.comparing((OwnerLine it) -> it.warnings() + it.infos())
                  .reversed()
                  .thenComparing(OwnerLine::name))
          .toList();
    }

    /** The municipality that can mend each finding that one can. */
    Stream<Node> municipalities(List<Finding> all) {
      return all.stream()
          .flatMap(it -> owners.of(it).stream())
          .filter(view.overview().byMunicipality()::containsKey);
    }

    private OwnerLine owner(String slug, List<Finding> own) {
      String name =
          owners.of(own.get(0)).map(view::name).orElseGet(() -> view.t("quality.editors"));
      int infos = (int) own.stream().filter(it -> it.severity() == Severity.INFO).count();
      return new OwnerLine(name, own.size() - infos, infos, href(Selection.OWNER, slug));
    }

    private static Map<String, List<Finding>> grouped(
        List<Finding> all, Function<Finding, String> by) {
      return all.stream()
          .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    List<Line> contradictions(List<Finding> all) {
      return all.stream()
          .filter(finding -> CONTRADICTIONS.contains(Selection.slug(finding)))
          .map(this::line)
          .sorted(Comparator.comparing(line -> line.record().label()))
          .toList();
    }

    Chosen chosen(Selection selection, Asked asked) {
      List<Finding> all = selection.findings();
      Pager pager = Pager.of(view, asked, all.size(), SIZE);
      return new Chosen(
          selection.chosen().stream()
              .map(Selection.Chosen::label)
              .collect(Collectors.joining(", ")),
          asked.one(Selection.RULE).isEmpty() || all.isEmpty()
              ? null
              : new Link(line(all.get(0)).rule(), line(all.get(0)).ruleHref()),
          selection.chosen().stream()
              .map(it -> new Link(it.label(), view.href(asked.without(it.key(), it.value()))))
              .toList(),
          all.size(),
          all.subList(pager.from(), pager.to()).stream().map(this::line).toList(),
          pager,
          query(asked));
    }

    private static String query(Asked asked) {
      String address = asked.with("p", "");
      return address.contains("?") ? address.substring(address.indexOf('?')) : "";
    }

    private Line line(Finding finding) {
      Node focus = finding.focus();
      Node record = focus.isURI() ? Iris.recordOf(focus) : focus;
      Rule rule = texts.rules().get(finding.shape());
      String message = texts.message(finding);
      return new Line(
          view.link(record),
          texts.title(finding),
          rule == null ? null : view.href(RulePage.path(rule)),
          message,
          value(finding.value(), message));
    }

    /** What was found, where the message does not say it already. */
    private Link value(Node value, String message) {
      Link link = value == null ? null : view.link(value);
      boolean said =
          link == null
              || message.contains(link.label())
              || value.isLiteral() && message.contains(value.getLiteralLexicalForm());
      if (said) {
        return null;
      }
      return link.label().length() > LONGEST
          ? new Link(link.label().substring(0, LONGEST) + "…", link.href())
          : link;
    }

    private String href(String key, String value) {
      return view.href("/kwaliteit?" + key + "=" + Asked.encode(value));
    }
  }
}
