package nl.standaardencatalogus.server.impact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.server.explanation.Explained;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.VersionLife;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** Where each municipality stands with what becomes binding, and what that itself rests on. */
final class Obligation {
  private final View view;
  private final Supposition supposed;
  private final Impact impact;
  private final Declared declared;
  private final Map<Node, Explained> explained = new HashMap<>();

  Obligation(View view, Supposition supposed, Impact impact) {
    this.view = view;
    this.supposed = supposed;
    this.impact = impact;
    this.declared = Declared.of(view, supposed.standard());
    Explained.of(view, supposed.standard())
        .forEach(it -> explained.put(it.municipality().node(), it));
  }

  void tell() {
    impact.inhabited().there().forEach(this::tell);
    view.ask("vraag/processen-van-standaard", "standard", supposed.thing()).stream()
        .map(row -> row.get("process"))
        .distinct()
        .forEach(it -> impact.add(Effect.PROCESSES, Finding.of(view, it, "", "", List.of())));
    Foundations.of(view).below(List.of(supposed.thing())).forEach(this::base);
  }

  private void tell(Municipality municipality) {
    Stage stage = declared.stage(municipality);
    Explained why = explained.get(municipality.node());
    if (stage == Stage.USE) {
      add(Effect.USING, municipality, stage, declared.versions(municipality));
    } else if (why != null && !isOver(why.review())) {
      String review =
          why.review() == null ? "" : ". " + view.t("impact.review", view.date(why.review()));
      add(Effect.EXPLAINING, municipality, stage, view.name(why.ground()) + review);
    } else if (declared.isOn(municipality)) {
      tellPlan(municipality, why);
    } else {
      String note = why == null ? phase(municipality, stage) : over(why);
      add(Effect.NEEDED, municipality, stage, note);
    }
  }

  /** A plan, of who may have explained for a time why it is not there yet. */
  private void tellPlan(Municipality municipality, Explained why) {
    Stage stage = declared.introduced(municipality);
    String planned = declared.planned(municipality, view.day());
    String explained = why == null ? "" : ". " + over(why);
    if (planned == null) {
      add(Effect.NEEDED, municipality, stage, view.t("impact.undated") + explained);
    } else if (PartialDate.isOver(planned, view.day())) {
      String note = view.t("impact.planned.over", view.date(planned));
      add(Effect.NEEDED, municipality, stage, note + explained);
    } else if (PartialDate.isAfter(planned, supposed.day())) {
      String note = view.t("impact.planned.late", view.date(planned));
      add(Effect.NEEDED, municipality, stage, note + explained);
    } else {
      String note = view.t("impact.planned", view.date(planned));
      add(Effect.PLANNING, municipality, stage, note + explained);
    }
  }

  private String over(Explained why) {
    return view.t("impact.review.over", view.date(why.review()));
  }

  /** What was declared where the stage sums it up. */
  private String phase(Municipality municipality, Stage stage) {
    Held held = supposed.standard().held().get(municipality.node());
    return stage == Stage.NOT ? view.name(held.phase()) : "";
  }

  private boolean isOver(String review) {
    return review != null && PartialDate.isOver(review, supposed.day());
  }

  private void add(Effect effect, Municipality municipality, Stage stage, String note) {
    boolean madeUp = declared.isMadeUp(view, municipality);
    impact.add(effect, Finding.of(view, municipality, view.t(stage.key()), note, madeUp));
  }

  private void base(Node thing, List<Finding.Step> path) {
    StandardSummary standard = view.overview().byStandard().get(thing);
    if (standard == null) {
      return;
    }
    List<String> phases =
        standard.on("levensfase").stream().map(it -> Slugs.of(it.value())).toList();
    VersionLife life = VersionLife.of(phases, "", null, null, view.day());
    if (life != VersionLife.ALIVE) {
      String said =
          String.join(
              ", ",
              standard.on("levensfase").stream()
                  .map(it -> view.name(it.value()))
                  .distinct()
                  .toList());
      impact.add(
          life.ended() ? Effect.ENDED : Effect.COMING, Finding.of(view, thing, said, "", path));
    }
  }
}
