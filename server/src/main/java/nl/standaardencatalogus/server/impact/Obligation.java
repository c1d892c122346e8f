package nl.standaardencatalogus.server.impact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.explanation.Explained;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.Stated;
import nl.standaardencatalogus.server.page.VersionLife;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** Where each municipality stands with what becomes binding, and what that itself rests on. */
final class Obligation {
  private final View view;
  private final Supposition supposed;
  private final Inhabited inhabited;
  private final Declared declared;
  private final Map<Node, Explained> explained = new HashMap<>();

  Obligation(View view, Supposition supposed, Inhabited inhabited) {
    this.view = view;
    this.supposed = supposed;
    this.inhabited = inhabited;
    this.declared = Declared.of(view, supposed.standard());
    Explained.of(view, supposed.standard())
        .forEach(it -> explained.put(it.municipality().node(), it));
  }

  /** All that becoming binding touches. */
  Stream<Found> found() {
    return Stream.of(
            inhabited.there().stream().map(this::found),
            processes(),
            Foundations.of(view).below(List.of(supposed.thing())).entrySet().stream()
                .flatMap(it -> base(it.getKey(), it.getValue()).stream()))
        .flatMap(it -> it);
  }

  private Stream<Found> processes() {
    return view.ask("vraag/processen-van-standaard", "standard", supposed.thing()).stream()
        .map(row -> row.get("process"))
        .distinct()
        .map(it -> new Found(Effect.PROCESSES, Finding.of(view, it, "", "", List.of())));
  }

  private Found found(Municipality municipality) {
    Stage stage = declared.stage(municipality);
    Explained why = explained.get(municipality.node());
    if (stage == Stage.USE) {
      return found(Effect.USING, municipality, stage, declared.versions(municipality));
    } else if (why != null && !isOver(why.review())) {
      String review =
          why.review() == null ? "" : ". " + view.t("impact.review", view.date(why.review()));
      return found(Effect.EXPLAINING, municipality, stage, view.name(why.ground()) + review);
    } else if (declared.isOn(municipality)) {
      return plan(municipality, why);
    } else {
      String note = why == null ? phase(municipality, stage) : over(why);
      return found(Effect.NEEDED, municipality, stage, note);
    }
  }

  /** A plan, of who may have explained for a time why it is not there yet. */
  private Found plan(Municipality municipality, Explained why) {
    Stage stage = declared.introduced(municipality);
    String planned = declared.planned(municipality, view.day());
    String explained = why == null ? "" : ". " + over(why);
    if (planned == null) {
      return found(Effect.NEEDED, municipality, stage, view.t("impact.undated") + explained);
    } else if (PartialDate.isOver(planned, view.day())) {
      String note = view.t("impact.planned.over", view.date(planned));
      return found(Effect.NEEDED, municipality, stage, note + explained);
    } else if (PartialDate.isAfter(planned, supposed.day())) {
      String note = view.t("impact.planned.late", view.date(planned));
      return found(Effect.NEEDED, municipality, stage, note + explained);
    } else {
      String note = view.t("impact.planned", view.date(planned));
      return found(Effect.PLANNING, municipality, stage, note + explained);
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

  private Found found(Effect effect, Municipality municipality, Stage stage, String note) {
    boolean madeUp = declared.isMadeUp(view, municipality);
    return new Found(effect, Finding.of(view, municipality, view.t(stage.key()), note, madeUp));
  }

  /** What it rests on, where that has ended or is still to come. */
  private Optional<Found> base(Node thing, List<Finding.Step> path) {
    StandardSummary standard = view.overview().byStandard().get(thing);
    if (standard == null) {
      return Optional.empty();
    }
    List<Node> phases = standard.on("levensfase").stream().map(Stated::value).distinct().toList();
    VersionLife life =
        VersionLife.of(phases.stream().map(Slugs::of).toList(), "", null, null, view.day());
    if (life == VersionLife.ALIVE) {
      return Optional.empty();
    }
    String said = phases.stream().map(view::name).collect(Collectors.joining(", "));
    return Optional.of(
        new Found(
            life.ended() ? Effect.ENDED : Effect.COMING, Finding.of(view, thing, said, "", path)));
  }
}
