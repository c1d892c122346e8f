package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.sample.Country.Municipality;

/**
 * Who takes which standard into production when, and who says something about it. Large
 * municipalities come early, members of one cooperation near each other, and some are quick or slow
 * in everything.
 */
final class Adoption {
  private final Map<String, Map<String, LocalDate>> production = new HashMap<>();
  private final Map<String, Set<String>> reporters = new HashMap<>();
  private final Map<String, Double> size;
  private final Map<String, Double> reserve;

  Adoption(List<Municipality> municipalities, List<Curve> curves) {
    size = places(municipalities, municipality -> -municipality.population());
    reserve =
        places(
            municipalities,
            municipality ->
                0.5 * size.get(municipality.code())
                    + Dice.about("reserve", municipality.code()).fraction());
    for (Curve curve : curves) {
      production.put(curve.standard(), productionOf(curve, municipalities));
      reporters.put(curve.standard(), reportersOf(curve, municipalities));
    }
  }

  Optional<LocalDate> production(String standard, Municipality municipality) {
    return Optional.ofNullable(
        production.getOrDefault(standard, Map.of()).get(municipality.code()));
  }

  boolean reports(String standard, Municipality municipality) {
    return reporters.get(standard).contains(municipality.code());
  }

  /** How late a municipality is in telling anything: from 0 for the first to 1 for the last. */
  double reserve(Municipality municipality) {
    return reserve.get(municipality.code());
  }

  private Map<String, LocalDate> productionOf(Curve curve, List<Municipality> municipalities) {
    Map<String, Double> places = places(municipalities, each -> lateness(curve, each));
    Map<String, LocalDate> days = new HashMap<>();
    for (Municipality municipality : municipalities) {
      curve
          .production(places.get(municipality.code()))
          .ifPresent(day -> days.put(municipality.code(), day));
    }
    if (curve.together()) {
      Map<String, LocalDate> ofBody = new HashMap<>();
      for (Municipality municipality : municipalities) {
        LocalDate day = days.get(municipality.code());
        if (day != null) {
          municipality
              .membership()
              .ifPresent(
                  membership ->
                      ofBody.merge(
                          membership.body().getURI(),
                          day,
                          (one, other) -> one.isBefore(other) ? one : other));
        }
      }
      for (Municipality municipality : municipalities) {
        municipality
            .membership()
            .map(membership -> ofBody.get(membership.body().getURI()))
            .ifPresent(day -> days.put(municipality.code(), day));
      }
    }
    return days;
  }

  private double lateness(Curve curve, Municipality municipality) {
    String code = municipality.code();
    String group =
        municipality.membership().map(membership -> membership.body().getURI()).orElse(code);
    return 0.40 * size.get(code)
        + 0.30 * Dice.about("group", group, curve.standard()).fraction()
        + 0.25 * Dice.about("temper", code).fraction()
        + 0.35 * Dice.about("own", code, curve.standard()).fraction();
  }

  private Set<String> reportersOf(Curve curve, List<Municipality> municipalities) {
    Map<String, Double> places =
        places(
            municipalities,
            each ->
                0.5 * reserve.get(each.code())
                    + Dice.about("reports", each.code(), curve.standard()).fraction());
    return municipalities.stream()
        .map(Municipality::code)
        .filter(code -> places.get(code) < curve.reach())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The place of each in the queue, between 0 and 1, the lowest first. */
  private static Map<String, Double> places(
      List<Municipality> municipalities, ToDoubleFunction<Municipality> measure) {
    Map<String, Double> measured = new HashMap<>();
    municipalities.forEach(each -> measured.put(each.code(), measure.applyAsDouble(each)));
    List<String> queue = new ArrayList<>(measured.keySet());
    queue.sort(
        Comparator.comparing((String code) -> measured.get(code)).thenComparing(code -> code));
    Map<String, Double> places = new HashMap<>();
    for (int i = 0; i < queue.size(); i++) {
      places.put(queue.get(i), (i + 0.5) / queue.size());
    }
    return places;
  }
}
