package nl.standaardencatalogus.catalogue.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.sample.Country.Membership;
import nl.standaardencatalogus.catalogue.sample.Country.Merger;
import nl.standaardencatalogus.catalogue.sample.Country.Municipality;
import nl.standaardencatalogus.catalogue.sample.Country.Standard;
import nl.standaardencatalogus.catalogue.sample.State.Inheritance;
import nl.standaardencatalogus.catalogue.sample.Story.Page;
import org.apache.jena.graph.Node;

/** All that is declared in the sample, by day and by organisation. */
final class Reports {
  private static final LocalTime MERGERS = LocalTime.of(8, 30);

  private final Country country;
  private final CuratedPast past;
  private final LocalDate today;
  private final List<Curve> curves;
  private final Adoption adoption;
  private final Map<String, Municipality> byIri = new HashMap<>();
  private final Map<Node, Merger> mergers = new HashMap<>();
  private final Map<String, List<LocalDate>> calendars = new HashMap<>();
  private final Map<Node, Story> stories = new HashMap<>();
  private final TreeMap<Key, Report> reports = new TreeMap<>();

  private record Key(Instant recorded, String onBehalfOf) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::recorded)
          .thenComparing(Key::onBehalfOf)
          .compare(this, other);
    }
  }

  /** What one organisation tells on one day. */
  record Report(Instant recorded, Node onBehalfOf, String name, List<Line> lines) {

    /** One declaration that changes. */
    record Line(Story story, boolean isNew, Page page) {
      Node record() {
        return DeclarationRecord.iri(story.municipality(), story.standard());
      }

      Change change() {
        return page.state()
            .map(
                state ->
                    Change.put(
                        record(),
                        DeclarationRecord.of(story.municipality(), story.standard(), state)))
            .orElseGet(() -> Change.delete(record()));
      }
    }

    Proposal proposal() {
      List<Change> changes =
          lines.stream()
              .sorted(Comparator.comparing((Line line) -> line.record().getURI()))
              .map(Line::change)
              .toList();
      return new Proposal(SampleHistory.ACTOR, onBehalfOf, reason(), changes);
    }

    private String reason() {
      long added = lines.stream().filter(Line::isNew).count();
      long withdrawn = lines.stream().filter(line -> line.page().state().isEmpty()).count();
      List<String> counts = new ArrayList<>();
      count(added, "nieuw", counts);
      count(lines.size() - added - withdrawn, "bijgewerkt", counts);
      count(withdrawn, "ingetrokken", counts);
      return name
          + ": "
          + DeclarationRecord.listed(counts)
          + "; voor de demonstratie verzonnen, met een teruggezette registratietijd";
    }

    private static void count(long number, String what, List<String> counts) {
      if (number > 0) {
        counts.add(number + " " + what);
      }
    }
  }

  Reports(Country country, CuratedPast past, LocalDate today) {
    this.country = country;
    this.past = past;
    this.today = today;
    this.curves =
        Curve.all().stream()
            .filter(curve -> country.standard(curve.standard()).isPresent())
            .toList();
    this.adoption = new Adoption(country.municipalities(), curves);
    country.municipalities().forEach(each -> byIri.put(each.iri().getURI(), each));
    country.mergers().forEach(merger -> mergers.put(merger.successor(), merger));
    tellAll();
  }

  /** In order of time, then of organisation. */
  Collection<Report> all() {
    return reports.values();
  }

  /** Successors after their predecessors: they go on with what these told last. */
  private void tellAll() {
    Set<Municipality> done = new HashSet<>();
    for (Merger merger : country.mergers()) {
      for (Node predecessor : merger.predecessors()) {
        Municipality municipality = byIri.get(predecessor.getURI());
        if (municipality != null && done.add(municipality)) {
          tell(municipality);
        }
      }
    }
    for (Municipality municipality : country.municipalities()) {
      if (municipality.until().isAfter(SampleHistory.FIRST_DAY) && done.add(municipality)) {
        tell(municipality);
      }
    }
  }

  private void tell(Municipality municipality) {
    for (Curve curve : curves) {
      Standard standard = country.standard(curve.standard()).orElseThrow();
      Optional<State> inherited = inherited(municipality, standard);
      if (inherited.isPresent() || adoption.reports(curve.standard(), municipality)) {
        tell(municipality, curve, standard, inherited);
      }
    }
  }

  private void tell(
      Municipality municipality, Curve curve, Standard standard, Optional<State> inherited) {
    Dice dice = Dice.about("story", municipality.code(), curve.standard());
    Timeline timeline = timeline(municipality, curve, standard, dice);
    if (municipality.from().isAfter(LocalDate.MIN)) {
      timeline.beginOn(municipality.from());
    }
    inherited.ifPresent(state -> timeline.continueFrom(state.phase(), dice));
    Story story = new Story(municipality, standard, curve, timeline, dice);
    LocalDate from = Day.later(firstTold(municipality, curve, dice), past.entered(standard.iri()));
    if (inherited.isPresent()) {
      LocalDate day = inherited.get().phase().from();
      story.inheriting(day, inherited.get());
      from = day.plusDays(20);
    }
    story.told(daysFor(municipality, curve, from));
    stories.put(DeclarationRecord.iri(municipality, standard), story);
    file(story, inherited.isPresent());
  }

  private Timeline timeline(Municipality municipality, Curve curve, Standard standard, Dice dice) {
    Optional<LocalDate> firstVersion =
        standard.versions().stream()
            .findFirst()
            .map(Country.Version::available)
            .filter(day -> day.isAfter(LocalDate.MIN));
    Optional<LocalDate> production = adoption.production(curve.standard(), municipality);
    if (production.isEmpty()) {
      LocalDate from = curve.start().plusDays(dice.between(-200, curve.years() * 300));
      return Timeline.ofAbstainer(dice, from, firstVersion);
    }
    Timeline timeline =
        Timeline.ofAdopter(dice, production.get(), firstVersion, dice.happens(0.22));
    curve
        .successor()
        .flatMap(successor -> adoption.production(successor, municipality))
        .ifPresent(day -> timeline.phaseOut(day.plusDays(dice.between(120, 800))));
    return timeline;
  }

  private LocalDate firstTold(Municipality municipality, Curve curve, Dice dice) {
    double wait = dice.fraction();
    return Day.later(joined(municipality), curve.start().minusYears(2))
        .plusDays((long) (1100 * wait * wait));
  }

  /** When a municipality begins to declare anything: those that will end soon, in good time. */
  private LocalDate joined(Municipality municipality) {
    double reserve = adoption.reserve(municipality);
    boolean ends = municipality.until().isBefore(LocalDate.MAX);
    long days = (long) ((ends ? 500 : 1700) * reserve);
    return Day.later(SampleHistory.FIRST_DAY, municipality.from()).plusDays(days);
  }

  private List<LocalDate> daysFor(Municipality municipality, Curve curve, LocalDate from) {
    LocalDate last = municipality.until().isBefore(today) ? municipality.until() : today;
    Optional<Membership> membership = municipality.membership().filter(any -> curve.together());
    LocalDate change = membership.map(Membership::from).orElse(LocalDate.MAX);
    List<LocalDate> days = new ArrayList<>();
    calendar(municipality).stream().filter(day -> day.isBefore(change)).forEach(days::add);
    membership.ifPresent(
        any ->
            calendar(any.body().getURI(), 0.2, SampleHistory.FIRST_DAY).stream()
                .filter(day -> !day.isBefore(change))
                .forEach(days::add));
    return days.stream()
        .filter(day -> !day.isBefore(from) && !day.isAfter(last) && municipality.existsOn(day))
        .toList();
  }

  private List<LocalDate> calendar(Municipality municipality) {
    return calendar(municipality.code(), adoption.reserve(municipality), joined(municipality));
  }

  private List<LocalDate> calendar(String organisation, double reserve, LocalDate from) {
    return calendars.computeIfAbsent(
        organisation, key -> Calendar.of(organisation, reserve, from, today));
  }

  /**
   * What a new municipality takes over about a standard. Where its predecessors differ, the one
   * that was least far counts until it says so itself; all of them are named as sources.
   */
  private Optional<State> inherited(Municipality municipality, Standard standard) {
    Merger merger = mergers.get(municipality.iri());
    if (merger == null || merger.day().isAfter(today)) {
      return Optional.empty();
    }
    List<Story> told =
        merger.predecessors().stream()
            .map(iri -> byIri.get(iri.getURI()))
            .map(predecessor -> stories.get(DeclarationRecord.iri(predecessor, standard)))
            .filter(story -> story != null && story.end().isPresent())
            .toList();
    return told.stream()
        .map(story -> story.end().orElseThrow())
        .min(Comparator.comparing(state -> state.phase().step()))
        .map(state -> takenOver(state, municipality, merger, told));
  }

  private static State takenOver(
      State state, Municipality municipality, Merger merger, List<Story> told) {
    LocalDate day = merger.day();
    long phases =
        told.stream().map(story -> story.end().orElseThrow().phase().step()).distinct().count();
    Inheritance inheritance =
        new Inheritance(
            merger.event(),
            told.stream()
                .map(story -> DeclarationRecord.iri(story.municipality(), story.standard()))
                .toList(),
            phases > 1,
            told.stream().map(story -> story.municipality().name()).toList());
    boolean ahead = state.plannedFor() != null && state.plannedFor().isAfter(day);
    return new State(
        state.version(),
        List.of(new Phase(state.phase().step(), day)),
        state.explanations().stream().map(each -> each.takenOver(day)).toList(),
        ahead ? state.plannedFor() : null,
        List.of(),
        municipality.iri(),
        null,
        state.components(),
        state.product(),
        state.evidence(),
        inheritance);
  }

  private void file(Story story, boolean inherits) {
    for (int i = 0; i < story.pages().size(); i++) {
      Page page = story.pages().get(i);
      boolean takenOver = inherits && i == 0;
      Node onBehalfOf = takenOver ? country.publisher() : story.declaredBy(page.day());
      Instant recorded = moment(page.day(), onBehalfOf, takenOver);
      reports
          .computeIfAbsent(
              new Key(recorded, onBehalfOf.getURI()),
              key ->
                  new Report(
                      recorded,
                      onBehalfOf,
                      title(story, onBehalfOf, page.day(), takenOver),
                      new ArrayList<>()))
          .lines()
          .add(new Report.Line(story, i == 0, page));
    }
  }

  private String title(Story story, Node onBehalfOf, LocalDate day, boolean takenOver) {
    if (takenOver) {
      return "Voorbeeldopgaven overgenomen bij de herindeling van " + day;
    }
    Municipality municipality = byIri.get(onBehalfOf.getURI());
    return municipality != null
        ? "Voorbeeldopgaven van " + municipality.name()
        : "Voorbeeldopgaven van de samenwerking "
            + story.municipality().membership().orElseThrow().cooperation();
  }

  private static Instant moment(LocalDate day, Node onBehalfOf, boolean takenOver) {
    Dice dice = Dice.about("moment", onBehalfOf.getURI(), day.toString());
    LocalTime time =
        takenOver ? MERGERS : LocalTime.of(9, 0).plusSeconds(dice.between(0, 8 * 3600));
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }
}
