package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.search.Entry;
import nl.standaardencatalogus.catalogue.search.Hits;
import org.apache.jena.graph.Node;

/** The list of standards, searched, filtered and ordered as the address says. */
public record StandardsPage(
    Frame frame,
    String words,
    List<Facet> facets,
    List<Link> chips,
    String clear,
    List<Facet.Option> orders,
    List<Link> hidden,
    List<Result> results,
    List<Link> near,
    List<Link> elsewhere,
    int total,
    Pager pager,
    String query) {
  private static final int SIZE = 20;

  /** A standard in the list. */
  public record Result(
      Link link,
      List<Badge> badges,
      String description,
      List<Fact> meta,
      Tally tally,
      boolean ended) {}

  static StandardsPage of(View view, Asked asked) {
    String words = asked.one("q");
    StandardFacets facets = new StandardFacets(view, asked);
    Hits hits = hits(view, words);
    List<StandardSummary> found = found(view, words, hits);
    List<String> orders = orders(words);
    String order = asked.choice("sorteer", orders);
    List<StandardSummary> kept = sorted(facets.filter(found), order);
    Pager pager = Pager.of(view, asked, kept.size(), SIZE);
    boolean plain = words.isEmpty() && !facets.any() && asked.page() == 1;
    return new StandardsPage(
        view.frame(
            view.t("standards"), "standaarden", view.crumbs(Link.text(view.t("standards"))), plain),
        words,
        facets.facets(found),
        facets.chips(asked),
        words.isEmpty()
            ? view.href("/standaarden")
            : view.href("/standaarden?q=" + Asked.encode(words)),
        orders.stream()
            .map(o -> new Facet.Option("sorteer-" + o, o, view.t("order." + o), 0, o.equals(order)))
            .toList(),
        hidden(asked),
        kept.subList(pager.from(), pager.to()).stream().map(s -> result(view, s)).toList(),
        hits.near().stream().map(e -> view.link(e.thing())).toList(),
        elsewhere(view, words),
        view.overview().standards().size(),
        pager,
        query(asked));
  }

  /** All that an address asks for, in its order. */
  static List<StandardSummary> chosen(View view, Asked asked) {
    String words = asked.one("q");
    StandardFacets facets = new StandardFacets(view, asked);
    String order = asked.choice("sorteer", orders(words));
    return sorted(facets.filter(found(view, words, hits(view, words))), order);
  }

  private static Hits hits(View view, String words) {
    return view.overview().search().find(words, Integer.MAX_VALUE, Set.of("Standard"));
  }

  private static List<StandardSummary> found(View view, String words, Hits hits) {
    return words.isEmpty() ? view.overview().standards() : standards(view, hits.found());
  }

  private static List<String> orders(String words) {
    return words.isEmpty()
        ? List.of("naam", "invoering", "versie", "geldig")
        : List.of("relevantie", "naam", "invoering", "versie", "geldig");
  }

  private static List<StandardSummary> standards(View view, List<Entry> entries) {
    return entries.stream()
        .map(e -> view.overview().byStandard().get(e.thing()))
        .filter(s -> s != null)
        .toList();
  }

  private static List<StandardSummary> sorted(List<StandardSummary> standards, String order) {
    List<StandardSummary> sorted = new ArrayList<>(standards);
    Comparator<StandardSummary> by =
        switch (order) {
          case "naam" -> Comparator.comparing(StandardSummary::ended);
          case "invoering" -> Comparator.comparing((StandardSummary s) -> -s.tally().use());
          case "versie" ->
              Comparator.comparing(
                      (StandardSummary s) -> s.newest() == null ? "" : s.newest().day())
                  .reversed();
          case "geldig" ->
              Comparator.comparing((StandardSummary s) -> s.bound().map(Bound::from).orElse(""))
                  .reversed();
          default -> (a, b) -> 0;
        };
    if (!order.equals("relevantie")) {
      sorted.sort(Comparator.comparing(s -> s.name().toLowerCase(Language.NL.locale())));
    }
    sorted.sort(by);
    return sorted;
  }

  /** What is asked for, behind the address of a file with all of it; empty for everything. */
  private static String query(Asked asked) {
    String address = asked.with("p", "");
    return address.contains("?") ? address.substring(address.indexOf('?')) : "";
  }

  /** What the form for the order has to keep. */
  private static List<Link> hidden(Asked asked) {
    List<Link> hidden = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : asked.values().entrySet()) {
      if (!Set.of("sorteer", "p").contains(entry.getKey())) {
        asked.all(entry.getKey()).forEach(value -> hidden.add(new Link(entry.getKey(), value)));
      }
    }
    return hidden;
  }

  private static List<Link> elsewhere(View view, String words) {
    return view
        .overview()
        .search()
        .find(
            words,
            8,
            Set.of(
                "Municipality",
                "FormerMunicipality",
                "ArchitectureElement",
                "Decision",
                "Procedure",
                "Meeting",
                "Project",
                "Cooperation",
                "Organisation"))
        .found()
        .stream()
        .map(
            e ->
                new Link(
                    view.name(e.thing()) + " (" + view.t("kind." + e.kind()) + ")",
                    view.link(e.thing()).href()))
        .filter(link -> link.href() != null)
        .toList();
  }

  static Result result(View view, StandardSummary standard) {
    List<Fact> meta = new ArrayList<>();
    if (!standard.maintainers().isEmpty()) {
      meta.add(new Fact(view.t("maintainer"), names(view, standard.maintainers())));
    }
    if (!standard.themes().isEmpty()) {
      meta.add(new Fact(view.t("theme"), names(view, standard.themes())));
    }
    standard
        .bound()
        .filter(b -> b.from() != null)
        .ifPresent(
            b ->
                meta.add(new Fact(view.t("valid-since"), List.of(Link.text(view.date(b.from()))))));
    if (standard.newest() != null) {
      meta.add(new Fact(view.t("newest"), List.of(Link.text(standard.newest().label()))));
    }
    return new Result(
        view.link(standard.node()),
        badges(view, standard),
        standard.description(),
        meta,
        standard.tally(),
        standard.ended());
  }

  private static List<Link> names(View view, List<Node> nodes) {
    return nodes.stream().map(view::name).sorted().map(Link::text).toList();
  }

  static List<Badge> badges(View view, StandardSummary standard) {
    List<Badge> badges = new ArrayList<>();
    standard.bound().ifPresent(b -> badges.add(badge(view, "VNG", b.forceNode())));
    for (Stated stated : standard.on("forum-status")) {
      badges.add(badge(view, "Forum", stated.value()));
    }
    for (Stated stated : standard.on("levensfase")) {
      String by =
          stated.source() != null && stated.source().contains("GEMMA") || stated.authority() == null
              ? "GEMMA"
              : view.name(stated.authority());
      badges.add(badge(view, by, stated.value()));
    }
    if (standard.kind() != null) {
      badges.add(new Badge(view.name(standard.kind()), ""));
    }
    return badges;
  }

  private static Badge badge(View view, String authority, Node value) {
    Badge badge = view.badge(value);
    String name = badge.label();
    return new Badge(
        authority
            + ": "
            + name.substring(0, 1).toLowerCase(view.language().locale())
            + name.substring(1),
        badge.tone());
  }
}
