package nl.standaardencatalogus.server.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Rule;
import nl.standaardencatalogus.shapes.Severity;

/** All rules, by what they speak of. */
public record RulesPage(Frame frame, int count, List<Group> groups) {
  static final String PATH = "/regels";

  /** The rules about one class of things. */
  public record Group(String id, String name, List<Line> lines) {}

  /** One rule. */
  public record Line(Link rule, Severity severity, String message) {}

  static RulesPage of(View view, Collection<Rule> rules) {
    String language = view.language().tag();
    Map<String, List<Line>> byClass = new TreeMap<>();
    for (Rule rule : rules) {
      String about = rule.about() == null ? view.t("rules.any") : rule.about().in(language);
      byClass
          .computeIfAbsent(about, none -> new ArrayList<>())
          .add(
              new Line(
                  new Link(rule.title().in(language), view.href(RulePage.path(rule))),
                  rule.severity(),
                  rule.message().in(language)));
    }
    List<Group> groups = new ArrayList<>();
    byClass.forEach(
        (name, lines) -> groups.add(new Group("groep-" + (groups.size() + 1), name, lines)));
    return new RulesPage(
        view.frame(
            view.t("rules"),
            "kwaliteit",
            view.crumbs(view.section("quality", "/kwaliteit"), Link.text(view.t("rules"))),
            true),
        rules.size(),
        groups);
  }
}
