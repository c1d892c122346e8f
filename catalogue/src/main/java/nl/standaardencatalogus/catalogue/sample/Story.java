package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.sample.Country.Membership;
import nl.standaardencatalogus.catalogue.sample.Country.Municipality;
import nl.standaardencatalogus.catalogue.sample.Country.Standard;
import nl.standaardencatalogus.catalogue.sample.Country.Version;
import nl.standaardencatalogus.catalogue.sample.Phase.Step;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What one municipality says about one standard over the years: a page for each time that its
 * declaration changes. What happens and what is told of it are two things: a change is told on a
 * reporting day after it, a plan moves when it has passed, and some say nothing more at all.
 */
final class Story {
  // A name that is reserved for examples: nobody can ever publish there.
  private static final String EVIDENCE = "https://bewijs.voorbeeld.example/";

  private final Municipality municipality;
  private final Standard standard;
  private final Curve curve;
  private final Timeline timeline;
  private final Dice dice;
  private final List<Page> pages = new ArrayList<>();
  private final List<Node> components;
  private final Product product;
  private final boolean proves;
  private final boolean stale;
  private final boolean explains;
  private final LocalDate plan;
  private int version;
  private LocalDate upgraded = LocalDate.MIN;
  private LocalDate correctedOn;
  private Phase mistaken;
  private int forgotten;
  private State current;

  /**
   * One revision.
   *
   * @param state empty when the declaration is withdrawn
   */
  record Page(LocalDate day, Optional<State> state) {}

  Story(Municipality municipality, Standard standard, Curve curve, Timeline timeline, Dice dice) {
    this.municipality = municipality;
    this.standard = standard;
    this.curve = curve;
    this.timeline = timeline;
    this.dice = dice;
    this.components = componentsOf(standard);
    this.product = dice.happens(0.8) ? productOf(municipality) : null;
    this.proves = dice.happens(0.65);
    this.stale = dice.happens(0.22);
    this.explains = dice.happens(0.72);
    this.plan = timeline.dayOf(Step.IN_PRODUCTION).map(Story::nextMonth).orElse(null);
    this.version = firstVersion();
  }

  List<Page> pages() {
    return pages;
  }

  Municipality municipality() {
    return municipality;
  }

  Standard standard() {
    return standard;
  }

  /** What the declaration says in the end; empty when there is none. */
  Optional<State> end() {
    return pages.isEmpty() ? Optional.empty() : pages.get(pages.size() - 1).state();
  }

  /** Begins with what was taken over from others. */
  Story inheriting(LocalDate day, State inherited) {
    current = inherited;
    int taken =
        standard.versions().stream().map(Version::iri).toList().indexOf(inherited.version());
    if (taken >= 0) {
      version = taken;
    }
    pages.add(new Page(day, Optional.of(inherited)));
    return this;
  }

  /** Tells on these days what is to be told. */
  Story told(List<LocalDate> days) {
    int silentAfter = stale ? dice.between(1, 3) : Integer.MAX_VALUE;
    boolean withdraws = dice.happens(0.006);
    for (LocalDate day : days) {
      if (pages.size() > silentAfter || timeline.begunOn(day) == 0) {
        continue;
      }
      if (withdraws && pages.size() >= 2) {
        pages.add(new Page(day, Optional.empty()));
        return this;
      }
      if (isInherited() && current.lastConfirmed() == null) {
        if (!stale && dice.happens(0.4)) {
          turn(day, current.confirmed(day));
        }
        continue;
      }
      State next = stateOn(day);
      if (current == null || !next.saysTheSame(current) || isDue(day)) {
        turn(day, next);
      }
    }
    return this;
  }

  /** After almost two years it is time to say that it still holds. */
  private boolean isDue(LocalDate day) {
    return current.lastConfirmed().isBefore(day.minusMonths(20)) && dice.happens(0.4);
  }

  private void turn(LocalDate day, State state) {
    current = state;
    pages.add(new Page(day, Optional.of(state)));
  }

  private boolean isInherited() {
    return current != null && current.inheritance() != null;
  }

  private State stateOn(LocalDate day) {
    int begun = timeline.begunOn(day);
    if (current == null) {
      // Nobody remembers each step of what went live years ago.
      forgotten = Math.max(0, begun - 1 - dice.between(0, 3));
      mayMistake(day, begun);
    }
    List<Phase> phases = new ArrayList<>(timeline.phases().subList(forgotten, begun));
    Step step = phases.get(phases.size() - 1).step();
    correct(day, phases);
    LocalDate planned = step.hasPlan() ? plannedOn(day) : null;
    List<LocalDate> replanned = replanned(planned);
    Node applied = versionOn(day, step);
    List<Node> evidence = evidenceOn(day, step, applied);
    return new State(
        applied,
        phases,
        explanationsOn(day, step, replanned),
        planned,
        replanned,
        declaredBy(day),
        day,
        step.compareTo(Step.IN_IMPLEMENTATION) >= 0 ? components : List.of(),
        step.compareTo(Step.IN_IMPLEMENTATION) >= 0 ? product : null,
        evidence,
        current == null ? null : current.inheritance());
  }

  /** Sometimes the day of going live was wrong when it was first told. */
  private void mayMistake(LocalDate day, int begun) {
    Phase last = timeline.phases().get(begun - 1);
    boolean alone = begun - 1 == forgotten;
    if (last.step() == Step.IN_PRODUCTION && dice.happens(0.07)) {
      LocalDate wrong = last.from().minusDays(dice.between(15, 75));
      boolean possible =
          municipality.existsOn(wrong)
              && (alone || wrong.isAfter(timeline.phases().get(begun - 2).from()))
              && (standard.versions().isEmpty() || standard.versionOn(wrong) >= version);
      if (possible) {
        mistaken = new Phase(Step.IN_PRODUCTION, wrong);
        correctedOn = day.plusDays(dice.between(150, 900));
      }
    }
  }

  private void correct(LocalDate day, List<Phase> phases) {
    if (mistaken != null && day.isBefore(correctedOn)) {
      phases.replaceAll(phase -> phase.step() == mistaken.step() ? mistaken : phase);
    }
  }

  /** The plan as it stands: too early by some slips of half a year, until each has passed. */
  private LocalDate plannedOn(LocalDate day) {
    LocalDate known = current == null ? null : current.plannedFor();
    if (known != null && known.isAfter(day)) {
      return known;
    }
    if (plan == null) {
      return nextMonth(day.plusDays(dice.between(120, 400)));
    }
    LocalDate hoped = nextMonth(day.plusDays(dice.between(60, 300)));
    boolean hopes = hoped.isBefore(plan) && dice.happens(0.5);
    return hopes || !plan.isAfter(day) ? hoped : plan;
  }

  private List<LocalDate> replanned(LocalDate planned) {
    if (current == null) {
      return List.of();
    }
    List<LocalDate> earlier = new ArrayList<>(current.replannedFrom());
    if (planned != null && current.plannedFor() != null && !planned.equals(current.plannedFor())) {
      earlier.add(current.plannedFor());
    }
    return earlier;
  }

  private List<Explanation> explanationsOn(LocalDate day, Step step, List<LocalDate> replanned) {
    if (step.compareTo(Step.IN_PRODUCTION) >= 0 || step == Step.NOT_APPLICABLE || !explains) {
      return List.of();
    }
    List<Explanation> given = current == null ? List.of() : current.explanations();
    boolean delayed = !replanned.isEmpty();
    boolean asked = step == Step.NO_PLANS || delayed || step == Step.ORIENTATION;
    if (!asked) {
      return given;
    }
    if (given.isEmpty()) {
      return step == Step.ORIENTATION && !dice.happens(0.35)
          ? given
          : List.of(Explanation.thrown(dice, day, merges(day)));
    }
    boolean passed = day.isAfter(given.get(0).reviewBy());
    if (passed && dice.happens(0.65)) {
      return List.of(Explanation.thrown(dice, day, merges(day)));
    }
    return given;
  }

  private boolean merges(LocalDate day) {
    return municipality.until().minusYears(2).isBefore(day)
        || municipality.from().isAfter(SampleHistory.FIRST_DAY)
            && municipality.from().plusYears(1).isAfter(day);
  }

  private Node versionOn(LocalDate day, Step step) {
    if (!step.needsVersion() || standard.versions().isEmpty()) {
      return null;
    }
    if (step == Step.IN_PRODUCTION) {
      upgrade(day);
    }
    return standard.versions().get(version).iri();
  }

  private void upgrade(LocalDate day) {
    LocalDate since = timeline.dayOf(Step.IN_PRODUCTION).orElse(day);
    boolean settled = since.isBefore(day.minusDays(250)) && upgraded.isBefore(day.minusDays(400));
    int newest = standard.versionOn(day.minusDays(90));
    if (current != null && settled && newest > version && dice.happens(0.3)) {
      version = newest;
      upgraded = day;
    }
  }

  /** What was there when the plan was made or the work began; sometimes already an older one. */
  private int firstVersion() {
    LocalDate chosen =
        timeline
            .dayOf(Step.IN_IMPLEMENTATION)
            .or(() -> timeline.dayOf(Step.PLANNED))
            .or(() -> timeline.dayOf(Step.IN_PRODUCTION))
            .orElse(LocalDate.MAX);
    LocalDate planned = timeline.dayOf(Step.PLANNED).orElse(chosen);
    int index = Math.max(0, standard.versionOn(planned.isBefore(chosen) ? planned : chosen));
    return index > 0 && dice.happens(0.25) ? index - 1 : index;
  }

  /** Who tells it on a day: the municipality, or the body that runs its ICT. */
  Node declaredBy(LocalDate day) {
    return memberOn(day).map(Membership::body).orElse(municipality.iri());
  }

  private Optional<Membership> memberOn(LocalDate day) {
    return municipality
        .membership()
        .filter(membership -> curve.together() && !membership.from().isAfter(day));
  }

  /** Most name the component, some name two where the standard has more. */
  private List<Node> componentsOf(Standard standard) {
    List<Node> open = new ArrayList<>(standard.components());
    List<Node> chosen = new ArrayList<>();
    for (double chance = 0.7; !open.isEmpty() && dice.happens(chance); chance -= 0.4) {
      chosen.add(open.remove(dice.between(0, open.size() - 1)));
    }
    return chosen;
  }

  /** What runs at a cooperation is the same for all its members. */
  private Product productOf(Municipality municipality) {
    String user =
        municipality
            .membership()
            .filter(membership -> curve.together())
            .map(membership -> membership.body().getURI())
            .orElse(municipality.code());
    return curve.product().map(kind -> Product.of(kind, user)).orElse(null);
  }

  /** A report of what went live; one more when a newer version has been tested. */
  private List<Node> evidenceOn(LocalDate day, Step step, Node applied) {
    List<Node> shown = current == null ? List.of() : current.evidence();
    boolean tested =
        step == Step.IN_PRODUCTION
            && (shown.isEmpty() || !Objects.equals(applied, current.version()));
    if (!proves || !tested) {
      return shown;
    }
    List<Node> more = new ArrayList<>(shown);
    more.add(
        NodeFactory.createURI(
            EVIDENCE
                + municipality.code()
                + "/"
                + Iris.lastSegment(standard.iri())
                + "/testrapport-"
                + day
                + ".pdf"));
    return more;
  }

  private static LocalDate nextMonth(LocalDate day) {
    return day.withDayOfMonth(1).plusMonths(1);
  }
}
