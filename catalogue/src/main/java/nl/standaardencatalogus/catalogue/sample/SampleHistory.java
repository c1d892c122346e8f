package nl.standaardencatalogus.catalogue.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import org.apache.jena.graph.Node;

/**
 * The past that the demonstration has: the curated facts, entered on the days on which they came
 * about, and between them made-up projects, a made-up procedure and what municipalities might have
 * declared.
 *
 * <p>The same facts and the same last day give the same commits in the same order, wherever and
 * whenever: a load that was interrupted goes on by skipping as many commits as the log holds.
 */
public final class SampleHistory {
  /** The day of the first commit. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 2);

  /** A last day for who needs the same number of commits whenever it is asked, such as a test. */
  public static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 1);

  static final String ACTOR = "demonstratie";

  private static final LocalTime FACTS = LocalTime.of(8, 0);

  private SampleHistory() {}

  /** The whole past up to {@link #LAST_DAY}. */
  public static Iterator<DatedProposal> from(List<Change> curated) {
    return from(curated, LAST_DAY);
  }

  /**
   * The past up to and including a day. With a later day the commits up to this one are the same,
   * and more follow.
   *
   * @param curated all curated records, in any order
   * @param today the last day that may have commits
   * @return commits with recorded times that never go back, made one by one as they are asked for
   */
  public static Iterator<DatedProposal> from(List<Change> curated, LocalDate today) {
    return told(curated, today).proposals();
  }

  /**
   * A past that is yet to be recorded.
   *
   * @param commits how many there are
   * @param proposals the commits, in order, made one by one as they are asked for
   */
  public record Told(int commits, Iterator<DatedProposal> proposals) {}

  /** The same past with the number of its commits, for who shows how far it is. */
  public static Told told(List<Change> curated, LocalDate today) {
    CuratedPast past = new CuratedPast(MadeUp.with(curated), today);
    Country country = new Country(curated, past);
    Reports reports = new Reports(country, past, today);
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<LocalDate, List<Change>> day : past.byDay().entrySet()) {
      entries.add(facts(day.getKey(), day.getValue(), country.publisher()));
    }
    reports.all().forEach(report -> entries.add(entry(report)));
    entries.sort(
        Comparator.comparing(Entry::recorded).thenComparing(entry -> entry.onBehalfOf().getURI()));
    return new Told(entries.size(), entries.stream().map(Entry::dated).iterator());
  }

  private static Entry facts(LocalDate day, List<Change> changes, Node publisher) {
    Instant recorded = day.atTime(FACTS).toInstant(ZoneOffset.UTC);
    String what =
        day.equals(FIRST_DAY)
            ? "Beginstand van de catalogus"
            : "Versies, besluiten en projecten van " + day;
    String reason = what + "; voor de demonstratie is de registratietijd teruggezet";
    return new Entry(recorded, publisher, () -> new Proposal(ACTOR, publisher, reason, changes));
  }

  private static Entry entry(Reports.Report report) {
    return new Entry(report.recorded(), report.onBehalfOf(), report::proposal);
  }

  /** A commit that is made when it is asked for. */
  private record Entry(Instant recorded, Node onBehalfOf, Supplier<Proposal> proposal) {
    DatedProposal dated() {
      return new DatedProposal(recorded, proposal.get());
    }
  }
}
