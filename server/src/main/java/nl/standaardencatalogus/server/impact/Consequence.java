package nl.standaardencatalogus.server.impact;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * What would be touched by a change that somebody proposes, counted in the state that there would
 * be with it.
 *
 * @param sections the things that are touched, by kind
 * @param whole where the same is asked of the state of now; empty for what is not there yet
 * @param files the same for programs
 */
public record Consequence(
    String title, List<ImpactPage.Section> sections, Optional<Link> whole, List<Link> files) {

  /**
   * What changes would touch.
   *
   * @param supposing the state with all of them
   */
  public static List<Consequence> of(View now, View supposing, List<Supposed.Changed> changes) {
    return changes.stream()
        .flatMap(it -> Supposed.by(it, supposing.snapshot(), supposing.questions()).stream())
        .distinct()
        // What a change takes away is looked at where it still is.
        .map(
            it ->
                of(now, !it.takesAway() && it.isKnown(supposing.snapshot()) ? supposing : now, it))
        .toList();
  }

  private static Consequence of(View now, View there, Supposed supposed) {
    Supposition supposition =
        Supposition.of(there, new Asked(Impacts.PATH, supposed.parameters())).orElseThrow();
    String name = supposed.query().replaceAll("[^a-z0-9]+", "-");
    boolean known = supposed.isKnown(now.snapshot());
    return new Consequence(
        ImpactPage.title(there, supposition),
        ImpactPage.sections(there, Impact.of(there, supposition), "gevolg" + name + "-"),
        known
            ? Optional.of(new Link(now.t("impact.title"), now.href(supposed.address())))
            : Optional.empty(),
        known ? ImpactPage.files(now, supposition) : List.of());
  }
}
