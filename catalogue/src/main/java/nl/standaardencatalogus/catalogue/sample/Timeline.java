package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.sample.Phase.Step;

/** What happens with one standard in one municipality, whether or not it is told to anybody. */
final class Timeline {
  private final List<Phase> phases = new ArrayList<>();

  private Timeline() {}

  List<Phase> phases() {
    return phases;
  }

  /** The phases of somebody who takes the standard into production that day. */
  static Timeline ofAdopter(
      Dice dice, LocalDate production, Optional<LocalDate> firstVersion, boolean hesitates) {
    LocalDate goesLive = production;
    LocalDate implementation = goesLive.minusDays(dice.between(80, 320));
    LocalDate plan = implementation.minusDays(dice.between(60, 320));
    LocalDate orientation = plan.minusDays(dice.between(60, 380));
    if (firstVersion.isPresent()) {
      plan = Day.later(plan, firstVersion.get().plusDays(dice.between(3, 60)));
      implementation = Day.later(implementation, plan.plusDays(dice.between(30, 150)));
      goesLive = Day.later(goesLive, implementation.plusDays(dice.between(60, 240)));
    }
    Timeline timeline = new Timeline();
    if (hesitates) {
      timeline.add(Step.NO_PLANS, orientation.minusDays(dice.between(150, 700)));
    }
    timeline.add(Step.ORIENTATION, orientation);
    timeline.add(Step.PLANNED, plan);
    timeline.add(Step.IN_IMPLEMENTATION, implementation);
    timeline.add(Step.IN_PRODUCTION, goesLive);
    return timeline;
  }

  /** The phases of somebody who never takes it into production. */
  static Timeline ofAbstainer(Dice dice, LocalDate from, Optional<LocalDate> firstVersion) {
    Timeline timeline = new Timeline();
    double kind = dice.fraction();
    if (kind < 0.14) {
      timeline.add(Step.NOT_APPLICABLE, from);
    } else if (kind < 0.45) {
      timeline.add(Step.NO_PLANS, from);
    } else if (kind < 0.62) {
      timeline.add(Step.NO_PLANS, from);
      timeline.add(Step.ORIENTATION, from.plusDays(dice.between(300, 1400)));
    } else {
      timeline.add(Step.ORIENTATION, from);
      if (kind > 0.88) {
        LocalDate plan = from.plusDays(dice.between(200, 900));
        timeline.add(
            Step.PLANNED, firstVersion.map(day -> Day.later(plan, day.plusDays(20))).orElse(plan));
      }
    }
    return timeline;
  }

  /** Ends it, when it has been in production for a while by then. */
  void phaseOut(LocalDate day) {
    Phase last = phases.get(phases.size() - 1);
    if (last.step() == Step.IN_PRODUCTION && day.isAfter(last.from().plusDays(200))) {
      add(Step.PHASED_OUT, day);
    }
  }

  /** Takes what happened before this day as the phase that held on it. */
  void beginOn(LocalDate day) {
    int held = -1;
    for (int i = 0; i < phases.size(); i++) {
      if (!phases.get(i).from().isAfter(day)) {
        held = i;
      }
    }
    if (held >= 0) {
      phases.set(held, new Phase(phases.get(held).step(), day));
      phases.subList(0, held).clear();
    }
  }

  /**
   * Continues from a phase that was taken over: what lay before it is gone, the rest comes later.
   */
  void continueFrom(Phase inherited, Dice dice) {
    List<Phase> rest =
        phases.stream().filter(phase -> phase.step().compareTo(inherited.step()) > 0).toList();
    phases.clear();
    phases.add(inherited);
    LocalDate notBefore = inherited.from();
    for (Phase phase : rest) {
      notBefore = Day.later(phase.from(), notBefore.plusDays(dice.between(60, 400)));
      add(phase.step(), notBefore);
    }
  }

  /** How many phases have begun on a day. */
  int begunOn(LocalDate day) {
    return (int) phases.stream().filter(phase -> !phase.from().isAfter(day)).count();
  }

  Optional<LocalDate> dayOf(Step step) {
    return phases.stream().filter(phase -> phase.step() == step).map(Phase::from).findFirst();
  }

  private void add(Step step, LocalDate from) {
    phases.add(new Phase(step, from));
  }
}
