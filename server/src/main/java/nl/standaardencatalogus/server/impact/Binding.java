package nl.standaardencatalogus.server.impact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/**
 * How many municipalities it would touch if a standard became binding, in short.
 *
 * @param day on which it would, as people read it
 * @param using those that use it
 * @param planning those that plan to by then
 * @param explaining those that explain why not, for as long as that holds
 * @param needed those of which an explanation would be needed
 * @param address where it is told whom, on the same day
 */
public record Binding(
    String day, int using, int planning, int explaining, int needed, String address) {

  /**
   * What would follow on the day from which a decision or an advice has it bind; on the first of
   * January after next where none names a day that is to come.
   */
  public static Binding of(View view, StandardSummary standard) {
    String day =
        view.ask("decision/of-standard", "standard", standard.node()).stream()
            .filter(row -> row.has("from") && PartialDate.isAfter(row.text("from"), view.day()))
            .map(row -> PartialDate.start(row.text("from")).toString())
            .min(Comparator.naturalOrder())
            .orElse(LocalDate.parse(view.day()).getYear() + 2 + "-01-01");
    Supposition supposed = new Supposition(standard, null, Happening.BINDS, null, day);
    Map<Effect, Integer> counts =
        new Obligation(view, supposed, Inhabited.on(view, day))
            .found()
            .collect(Collectors.groupingBy(Found::effect, Collectors.summingInt(none -> 1)));
    return new Binding(
        view.date(day),
        counts.getOrDefault(Effect.USING, 0),
        counts.getOrDefault(Effect.PLANNING, 0),
        counts.getOrDefault(Effect.EXPLAINING, 0),
        counts.getOrDefault(Effect.NEEDED, 0),
        Impacts.PATH + supposed.query());
  }
}
