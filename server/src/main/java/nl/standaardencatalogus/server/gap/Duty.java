package nl.standaardencatalogus.server.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Bound;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.Stated;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * Why a standard holds for municipalities.
 *
 * @param force how heavily it does: the concept of the authority's own list
 * @param authority who says so
 * @param since since when, as it is known; null when it is not
 * @param decision the decision behind it; null where there is only a list
 * @param advice the advice behind the decision; null where none is known
 * @param covered what the decision names when that is not the standard itself; else null
 * @param source where the catalogue read it; null where the decision says that
 * @param weakness null when it was read with certainty
 */
public record Duty(
    Node force,
    Body body,
    Link authority,
    String since,
    Link decision,
    Link advice,
    Link covered,
    String source,
    String weakness) {
  /** Whose word it is. */
  public enum Body {
    VNG,
    FORUM
  }

  private static final String OF_THE_FORUM = "forum-status";

  /** What obliges or recommends a standard, that of municipalities themselves first. */
  public static List<Duty> of(View view, StandardSummary standard) {
    List<Duty> duties = new ArrayList<>();
    standard.bound().ifPresent(bound -> duties.add(of(view, standard, bound)));
    standard.on(OF_THE_FORUM).stream()
        .filter(it -> List.of("verplicht", "aanbevolen").contains(Slugs.of(it.value())))
        .map(it -> of(view, standard, it))
        .forEach(duties::add);
    return duties;
  }

  /** What will oblige or recommend a standard, by decisions that were taken. */
  public static List<Duty> coming(View view, StandardSummary standard) {
    return standard.coming().stream().map(it -> of(view, standard, it)).toList();
  }

  private static Duty of(View view, StandardSummary standard, Bound bound) {
    return new Duty(
        bound.forceNode(),
        bound.isOfVng() ? Body.VNG : Body.FORUM,
        Link.text(bound.isOfVng() ? "VNG" : view.t("axis.forum")),
        bound.from(),
        view.link(bound.decision()),
        bound.onAdvice(view),
        bound.covered().equals(standard.node()) ? null : view.link(bound.covered()),
        null,
        view.weakness(bound.confidence()));
  }

  /** With the decision behind the place on the list, where that is known. */
  private static Duty of(View view, StandardSummary standard, Stated stated) {
    Optional<Bound> decision =
        standard.listed().filter(it -> it.forceNode().equals(stated.value()));
    return new Duty(
        stated.value(),
        Body.FORUM,
        stated.authority() == null
            ? Link.text(view.t("axis.forum"))
            : view.link(stated.authority()),
        stated.from() == null ? decision.map(Bound::from).orElse(null) : stated.from(),
        decision.map(it -> view.link(it.decision())).orElse(null),
        decision.map(it -> it.onAdvice(view)).orElse(null),
        decision
            .map(Bound::covered)
            .filter(it -> !it.equals(standard.node()))
            .map(view::link)
            .orElse(null),
        stated.source(),
        view.weakness(stated.confidence()));
  }

  /** Whether who does not follow it must at least explain why. */
  public boolean binds() {
    return binds(force);
  }

  /** Whether a force asks that of who does not follow what has it. */
  public static boolean binds(Node force) {
    String slug = Slugs.of(force);
    return slug.equals("verplicht") || slug.equals("pas-toe-of-leg-uit");
  }
}
