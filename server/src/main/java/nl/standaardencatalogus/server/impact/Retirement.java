package nl.standaardencatalogus.server.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.explanation.Explained;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.VersionLife;
import nl.standaardencatalogus.server.page.VersionLine;
import nl.standaardencatalogus.server.page.VersionPage;
import nl.standaardencatalogus.server.page.Versions;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** Who uses what ends, and what each of them has in its place. */
final class Retirement {
  private final View view;
  private final Supposition supposed;
  private final Inhabited inhabited;
  private final Declared own;
  private final List<Declared> successors;
  private final List<Newer> newer;
  private final Map<Node, List<Row>> register = new HashMap<>();

  /** A version to go to, with how far each municipality is with it. */
  private record Newer(VersionLine version, Map<Node, Stage> stages) {}

  /** How far a municipality is with what comes in the place. */
  private record Way(Effect effect, String note) {}

  Retirement(View view, Supposition supposed, Inhabited inhabited) {
    this.view = view;
    this.supposed = supposed;
    this.inhabited = inhabited;
    this.own = Declared.of(view, supposed.standard());
    this.successors = successors().stream().map(it -> Declared.of(view, it)).toList();
    this.newer = newer();
  }

  /** What comes in the place, as sources name it. */
  List<Link> places() {
    return Stream.concat(
            newer.stream()
                .map(
                    it ->
                        new Link(
                            view.t(
                                "version.title",
                                view.name(supposed.standard().node()),
                                it.version().label()),
                            it.version().version().href())),
            successors.stream().map(it -> view.link(it.standard().node())))
        .toList();
  }

  private List<StandardSummary> successors() {
    return Stream.of(supposed.thing(), supposed.standard().node())
        .distinct()
        .flatMap(it -> view.ask("impact/successors", "thing", it).stream())
        .flatMap(row -> Stream.of(row.get("successor"), row.get("member")))
        .filter(Objects::nonNull)
        .map(view.overview().byStandard()::get)
        .filter(Objects::nonNull)
        .filter(it -> !it.equals(supposed.standard()) && !it.ended())
        .distinct()
        .toList();
  }

  /**
   * The versions with a higher number that are alive, or that are said to come in its place, as far
   * as they are still supported on the day.
   */
  private List<Newer> newer() {
    if (supposed.version() == null) {
      return List.of();
    }
    Set<Node> named =
        view.ask("impact/successors", "thing", supposed.thing()).stream()
            .map(row -> row.get("successor"))
            .collect(Collectors.toSet());
    String label = supposed.version().label();
    return VersionLine.of(view, supposed.standard().node()).stream()
        .filter(it -> !it.life().ended() && !isOver(it) && !isWithin(it))
        .filter(
            it ->
                named.contains(it.node())
                    || it.life() == VersionLife.ALIVE
                        && Versions.BY_LABEL.compare(it.label(), label) > 0)
        .map(it -> new Newer(it, VersionPage.stages(view, it.node())))
        .toList();
  }

  /** Whether it belongs to the line of versions that ends, and so ends with it. */
  private boolean isWithin(VersionLine version) {
    String line = supposed.version().label();
    return supposed.version().isLine()
        && version.label().startsWith(line.substring(0, line.length() - 1));
  }

  private boolean isOver(VersionLine version) {
    return version.ends() != null && PartialDate.isOver(version.ends(), supposed.day());
  }

  /** All that an end touches. */
  Stream<Found> found() {
    Map<Municipality, Stage> users = users();
    List<Found> found = new ArrayList<>();
    users.forEach((municipality, stage) -> found.addAll(found(municipality, stage)));
    found.addAll(lapsing());
    found.addAll(products(users.keySet()));
    return found.stream();
  }

  /** Who uses, introduces or plans what ends, by name. */
  private Map<Municipality, Stage> users() {
    Map<Node, Stage> ofVersion =
        supposed.version() == null ? null : VersionPage.stages(view, supposed.thing());
    Map<Municipality, Stage> users = new LinkedHashMap<>();
    for (Municipality municipality : inhabited.there()) {
      Stage stage =
          ofVersion == null
              ? own.introduced(municipality)
              : ofVersion.getOrDefault(municipality.node(), Stage.NONE);
      if (stage.compareTo(Stage.PLAN) <= 0) {
        users.put(municipality, stage);
      }
    }
    return users;
  }

  /** Which way a user has, and what it would have to explain when it has none in time. */
  private List<Found> found(Municipality municipality, Stage stage) {
    Way way = way(municipality);
    Found user =
        new Found(
            way.effect(),
            Finding.of(
                view,
                municipality,
                standing(municipality, stage),
                way.note(),
                isMadeUp(municipality)));
    return way.effect() == Effect.EXPOSED || way.effect() == Effect.LATE
        ? Stream.concat(Stream.of(user), need(municipality).stream()).toList()
        : List.of(user);
  }

  private List<Found> products(Set<Municipality> users) {
    Map<String, List<Row>> products =
        Declared.products(users.stream().flatMap(it -> rows(it).stream()));
    return products.entrySet().stream()
        .map(
            it ->
                Finding.of(
                    view,
                    it.getKey(),
                    Declared.municipalities(it.getValue()),
                    Declared.isMadeUp(view, it.getValue())))
        .sorted(Comparator.comparing(Finding::named).reversed())
        .map(it -> new Found(Effect.PRODUCTS, it))
        .toList();
  }

  private boolean isMadeUp(Municipality municipality) {
    return Stream.concat(Stream.of(own), successors.stream())
        .anyMatch(it -> it.isMadeUp(view, municipality));
  }

  /** The declarations of what ends. */
  private List<Row> rows(Municipality municipality) {
    return own.rows(municipality).stream()
        .filter(row -> supposed.version() == null || supposed.thing().equals(row.get("version")))
        .toList();
  }

  private String standing(Municipality municipality, Stage stage) {
    String versions = own.versions(municipality);
    String phase = view.t(stage.key());
    return supposed.version() != null || versions.isEmpty() ? phase : phase + ", " + versions;
  }

  private Way way(Municipality municipality) {
    Predicate<Newer> used = it -> at(it, municipality) == Stage.USE;
    List<String> adopted =
        Stream.concat(
                newer.stream().filter(used).map(it -> it.version().label()),
                successors.stream()
                    .filter(it -> it.stage(municipality) == Stage.USE)
                    .map(it -> view.name(it.standard().node())))
            .toList();
    if (!adopted.isEmpty()) {
      return new Way(Effect.ADOPTED, view.t("impact.has", String.join(", ", adopted)));
    }
    List<Plan> plans = plans(municipality);
    Optional<Plan> timely =
        plans.stream().filter(it -> it.isIn(view.day(), supposed.day())).min(Plan.FIRST);
    return timely
        .map(it -> new Way(Effect.PREPARED, said(it)))
        .or(() -> plans.stream().min(Plan.FIRST).map(it -> new Way(Effect.LATE, said(it))))
        .orElse(new Way(Effect.EXPOSED, ""));
  }

  private static Stage at(Newer newer, Municipality municipality) {
    return newer.stages().getOrDefault(municipality.node(), Stage.NONE);
  }

  /**
   * What a municipality plans in the place of what ends.
   *
   * @param day null when it does not say by when
   */
  private record Plan(String what, String day) {
    static final Comparator<Plan> FIRST =
        Comparator.comparing(it -> it.day() == null ? "9999" : it.day());

    /** Whether it may still come true in time. */
    boolean isIn(String first, String last) {
      return day == null || !PartialDate.isOver(day, first) && !PartialDate.isAfter(day, last);
    }
  }

  private List<Plan> plans(Municipality municipality) {
    List<Plan> plans = new ArrayList<>();
    newer.stream()
        .filter(it -> at(it, municipality).compareTo(Stage.PLAN) <= 0)
        .map(
            it ->
                new Plan(
                    it.version().label(),
                    own.planned(municipality, it.version().node(), view.day())))
        .forEach(plans::add);
    successors.stream()
        .filter(it -> it.isOn(municipality))
        .map(it -> new Plan(view.name(it.standard().node()), it.planned(municipality, view.day())))
        .forEach(plans::add);
    return plans;
  }

  private String said(Plan plan) {
    return plan.day() == null
        ? view.t("impact.plans.undated", plan.what())
        : view.t("impact.plans", plan.what(), view.date(plan.day()));
  }

  /** What a municipality without a way out would have to explain: each standard that binds it. */
  private Optional<Found> need(Municipality municipality) {
    List<String> binding = new ArrayList<>();
    if (supposed.version() != null
        && binds(supposed.standard())
        && !explains(municipality, supposed.standard())) {
      binding.add(view.name(supposed.standard().node()));
    }
    successors.stream()
        .filter(it -> binds(it.standard()) && !explains(municipality, it.standard()))
        .map(it -> view.name(it.standard().node()))
        .forEach(binding::add);
    if (binding.isEmpty()) {
      return Optional.empty();
    }
    String note = view.t("impact.explain", String.join(", ", binding));
    return Optional.of(
        new Found(Effect.NEEDED, Finding.of(view, municipality, "", note, isMadeUp(municipality))));
  }

  /**
   * Whether a municipality says why not already, in words that hold on the day: they do not lapse
   * with what ends, and need not be looked at again before it.
   */
  private boolean explains(Municipality municipality, StandardSummary standard) {
    Set<Node> lapsing =
        standard.equals(supposed.standard())
            ? rows(municipality).stream()
                .map(row -> row.get("declaration"))
                .collect(Collectors.toSet())
            : Set.of();
    // Whoever still uses something is not among those that explain; here that is what ends.
    return register
        .computeIfAbsent(standard.node(), node -> view.ask("adoption/register", "standard", node))
        .stream()
        .filter(row -> municipality.node().equals(row.get("municipality")))
        .filter(row -> !lapsing.contains(row.get("declaration")))
        .filter(row -> !row.has("from") || row.text("from").compareTo(view.day()) <= 0)
        .anyMatch(
            row -> !row.has("review") || !PartialDate.isOver(row.text("review"), supposed.day()));
  }

  private boolean binds(StandardSummary standard) {
    return Duty.of(view, standard).stream().anyMatch(Duty::binds);
  }

  /**
   * Explanations of a standard that is no longer there; of one version, those in a declaration that
   * names it.
   */
  private List<Found> lapsing() {
    Set<Municipality> there = Set.copyOf(inhabited.there());
    return Explained.of(view, supposed.standard()).stream()
        .filter(it -> there.contains(it.municipality()))
        .filter(this::isOfWhatEnds)
        .map(it -> new Found(Effect.LAPSING, Finding.of(view, it)))
        .toList();
  }

  private boolean isOfWhatEnds(Explained explained) {
    return supposed.version() == null
        || rows(explained.municipality()).stream()
            .anyMatch(row -> explained.declaration().equals(row.get("declaration")));
  }
}
