package nl.standaardencatalogus.server.tender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.page.Element;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Relations;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.VersionLife;
import nl.standaardencatalogus.server.page.VersionLine;
import nl.standaardencatalogus.server.page.Versions;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * What a tender for some components asks for, and what it leaves out.
 *
 * @param asked those to ask for, the mandatory ones first
 * @param left those that GEMMA names too, each with why it is not asked for
 */
public record Tender(List<Element> components, List<Demand> asked, List<Left> left) {
  /** How heavily GEMMA asks for a standard, the heaviest first. */
  public enum Weight {
    VERPLICHT,
    AANBEVOLEN,
    UNQUALIFIED
  }

  /** Where GEMMA and the decisions do not say the same. */
  public enum Drift {
    NONE,
    ONLY_GEMMA,
    DECIDED_HEAVIER
  }

  /**
   * A standard to ask for.
   *
   * @param versions those alive, the newest first; empty when none is recorded
   * @param coming those that are not there yet, and that nobody can be held to
   * @param replacements what does the same in a new way; then it is for what is there already
   * @param tests the means to test a product with; empty when none is known
   */
  public record Demand(
      StandardSummary standard,
      Weight weight,
      List<Link> components,
      List<Version> versions,
      List<Version> coming,
      List<Relations.Line> replacements,
      List<Link> tests,
      List<Duty> duties,
      Drift drift) {
    /** Whether something else does the same in a new way, and no decision asks for this one. */
    boolean isReplaced() {
      return !replacements.isEmpty() && duties.stream().noneMatch(Duty::binds);
    }
  }

  /** A version of a standard to ask for. */
  public record Version(Node node, String label, String issued) {}

  /** Why a standard is not asked for. */
  public enum Reason {
    ENDED,
    UNQUALIFIED
  }

  /** A standard that is not asked for. */
  public record Left(StandardSummary standard, Reason reason, List<Link> successors) {}

  private record Named(Weight weight, Set<Link> components) {}

  static Tender of(View view, List<Element> components) {
    Map<Node, Named> named = new LinkedHashMap<>();
    for (Element component : components) {
      Relations applied = Relations.of(view, component.node()).only("appliesTo");
      Link link = view.link(component.node());
      note(named, applied.qualified("verplicht"), Weight.VERPLICHT, link);
      note(named, applied.qualified("aanbevolen"), Weight.AANBEVOLEN, link);
      note(named, applied.unqualified(), Weight.UNQUALIFIED, link);
    }
    List<Demand> asked = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    named.forEach(
        (node, own) -> {
          StandardSummary standard = view.overview().byStandard().get(node);
          if (standard == null) {
            return;
          }
          if (standard.ended()) {
            left.add(new Left(standard, Reason.ENDED, successors(view, node)));
          } else if (own.weight() == Weight.UNQUALIFIED) {
            left.add(new Left(standard, Reason.UNQUALIFIED, List.of()));
          } else {
            asked.add(demand(view, standard, own));
          }
        });
    asked.sort(
        Comparator.comparing(Demand::weight)
            .thenComparing(it -> it.standard().name().toLowerCase()));
    left.sort(
        Comparator.comparing(Left::reason).thenComparing(it -> it.standard().name().toLowerCase()));
    return new Tender(components, asked, left);
  }

  private static void note(
      Map<Node, Named> named, Relations relations, Weight weight, Link component) {
    for (Relations.Line line : relations.lines()) {
      named.merge(
          line.node(),
          new Named(weight, new LinkedHashSet<>(Set.of(component))),
          (before, now) -> {
            before.components().addAll(now.components());
            boolean heavier = now.weight().compareTo(before.weight()) < 0;
            return new Named(heavier ? now.weight() : before.weight(), before.components());
          });
    }
  }

  private static Demand demand(View view, StandardSummary standard, Named own) {
    List<Duty> duties = Duty.of(view, standard);
    List<VersionLine> lines = VersionLine.of(view, standard.node());
    Drift drift = Drift.NONE;
    if (own.weight() == Weight.VERPLICHT && duties.isEmpty()) {
      drift = Drift.ONLY_GEMMA;
    } else if (own.weight() == Weight.AANBEVOLEN && duties.stream().anyMatch(Duty::binds)) {
      drift = Drift.DECIDED_HEAVIER;
    }
    return new Demand(
        standard,
        own.weight(),
        List.copyOf(own.components()),
        versions(lines, VersionLife.ALIVE),
        versions(lines, VersionLife.COMING),
        Relations.replacements(view, standard.node()),
        tests(view, standard.node()),
        duties,
        drift);
  }

  /** The versions at one point of their life on the day looked at, the newest first. */
  private static List<Version> versions(List<VersionLine> all, VersionLife life) {
    return all.stream()
        .filter(it -> it.life() == life)
        .map(it -> new Version(it.node(), it.label(), it.published()))
        .sorted(Comparator.comparing(Version::label, Versions.BY_LABEL).reversed())
        .toList();
  }

  private static List<Link> tests(View view, Node standard) {
    return view.ask("standard/facts", "standard", standard).stream()
        .filter(row -> row.text("property").equals("test"))
        .filter(row -> row.has("label") || row.has("value"))
        .map(
            row -> {
              Link web = row.has("value") ? view.web(row.text("value")) : null;
              String label = row.has("label") ? row.text("label") : web.label();
              return new Link(label, web == null ? null : web.href());
            })
        .distinct()
        .toList();
  }

  private static List<Link> successors(View view, Node standard) {
    return view.ask("standard/facts", "standard", standard).stream()
        .filter(row -> row.text("property").equals("successor"))
        .map(row -> view.link(row.get("value")))
        .distinct()
        .toList();
  }
}
