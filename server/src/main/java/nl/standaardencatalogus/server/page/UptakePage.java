package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** Where every municipality stands with one standard. */
public record UptakePage(
    Frame frame,
    String name,
    List<Facet.Option> provinces,
    List<Facet.Option> stages,
    List<Line> lines,
    Tally tally,
    boolean sample) {

  /** In the place of a stage: those who do not use it and do not say why, though it applies. */
  private static final String UNEXPLAINED = "unexplained";

  /** One municipality. */
  public record Line(
      Link municipality,
      String province,
      Stage stage,
      String phase,
      String since,
      Link version,
      String planned,
      String confirmed,
      Link declarer,
      Link declaration,
      boolean real) {}

  static UptakePage of(View view, StandardSummary standard, Asked asked) {
    String name = view.name(standard.node());
    String province = asked.one("provincie");
    String stage = asked.one("fase");
    List<Facet.Option> provinces = Choices.provinces(view, province);
    List<String> known =
        Stream.concat(
                Arrays.stream(Stage.values()).map(s -> s.name().toLowerCase(Locale.ROOT)),
                Stream.of(UNEXPLAINED))
            .toList();
    if (!stage.isEmpty()) {
      asked.check("fase", stage, known);
    }
    Choices.check(asked, "provincie", provinces);
    Map<Node, Row> declared = new HashMap<>();
    for (Row row : view.ask("adoption/of-standard", "standard", standard.node())) {
      declared.put(row.get("declaration"), row);
    }
    Tally tally = new Tally();
    List<Line> lines = new ArrayList<>();
    for (Municipality m : view.overview().municipalities()) {
      if (province.isEmpty() || (m.province() != null && Slugs.of(m.province()).equals(province))) {
        Stage at = StandardPage.stage(standard, m);
        tally.add(at);
        Held held = standard.held().get(m.node());
        boolean asksFor =
            stage.equals(UNEXPLAINED)
                ? held != null && held.unexplained()
                : stage.isEmpty() || at.css().equals("f-" + stage);
        if (asksFor) {
          lines.add(line(view, standard, m, at, declared));
        }
      }
    }
    return new UptakePage(
        frame(view, standard, name, province.isEmpty() && stage.isEmpty()),
        name,
        provinces,
        Choices.of("fase", known, stage, s -> view.t("stage." + s)),
        lines,
        tally,
        view.overview().sample());
  }

  private static Frame frame(View view, StandardSummary standard, String name, boolean listed) {
    List<Link> crumbs =
        view.crumbs(
            view.section("standards", "/standaarden"),
            new Link(name, view.href("/standaarden/" + standard.slug())),
            Link.text(view.t("adoption")));
    return view.frame(view.t("uptake.title", name), "standaarden", crumbs, listed);
  }

  private static Line line(
      View view, StandardSummary standard, Municipality m, Stage at, Map<Node, Row> declared) {
    Held held = standard.held().get(m.node());
    Row row = held == null ? null : declared.get(held.declaration());
    return new Line(
        new Link(m.name(), view.href("/gemeenten/" + m.code())),
        m.province() == null ? view.t("unknown") : view.name(m.province()),
        at,
        held == null ? null : view.name(held.phase()),
        held == null ? null : view.date(held.since()),
        row != null && row.has("version")
            ? new Link(row.text("label"), view.link(row.get("version")).href())
            : null,
        row != null && row.has("planned") ? view.date(row.text("planned")) : null,
        row != null && row.has("confirmed") ? view.date(row.text("confirmed")) : null,
        row != null && row.has("declarer") && !row.get("declarer").equals(m.node())
            ? view.link(row.get("declarer"))
            : null,
        held == null ? null : view.link(held.declaration()),
        held != null && view.isReal(held.declaration()));
  }
}
