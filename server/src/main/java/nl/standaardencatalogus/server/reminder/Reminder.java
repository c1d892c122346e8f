package nl.standaardencatalogus.server.reminder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A day on which a municipality should look at one of its declarations again.
 *
 * @param due the day
 */
public record Reminder(Kind kind, Node declaration, Node standard, LocalDate due) {
  /** Why to look. */
  public enum Kind {
    /** A year ago somebody last said that it still holds. */
    CONFIRM(
        "Bevestigen",
        "Deze opgave is een jaar niet bevestigd. Klopt zij nog? Bevestig haar of wijzig haar."),
    /** It was planned to be in production. */
    PLAN(
        "Gepland",
        "Volgens uw plan is de standaard nu in productie. Geef de nieuwe fase op of verzet het plan."),
    /** An explanation is to be reviewed. */
    REVIEW("Uitleg herzien", "Bekijk of de uitleg nog geldt, of dat de standaard nu past."),
    /** The version that is used is no longer supported. */
    VERSION(
        "Versie eindigt",
        "De versie die u gebruikt wordt vanaf deze dag niet meer ondersteund. Plan de overstap.");

    private final String title;
    private final String advice;

    Kind(String title, String advice) {
      this.title = title;
      this.advice = advice;
    }

    /** What it is called in feeds, which are Dutch. */
    String title() {
      return title;
    }

    /** What to do. */
    String advice() {
      return advice;
    }

    /** How the question and the texts of pages call it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String QUESTION = "attention/of-municipality";

  /** All reminders of a municipality, those that are due first in front. */
  public static List<Reminder> of(Questions questions, Graph state, Node municipality) {
    return questions.select(QUESTION, state, Map.of("municipality", municipality)).stream()
        .flatMap(row -> of(row).stream())
        .sorted(
            Comparator.comparing(Reminder::due)
                .thenComparing(reminder -> reminder.declaration().getURI())
                .thenComparing(Reminder::kind))
        .toList();
  }

  private static Optional<Reminder> of(Row row) {
    Kind kind =
        Stream.of(Kind.values())
            .filter(each -> each.text().equals(row.text("kind")))
            .findFirst()
            .orElseThrow();
    try {
      LocalDate day = LocalDate.parse(row.text("day").substring(0, 10));
      LocalDate due = kind == Kind.CONFIRM ? day.plusYears(1) : day;
      return Optional.of(new Reminder(kind, row.get("declaration"), row.get("standard"), due));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      // Known to the month or the year only: there is no day to remind of.
      return Optional.empty();
    }
  }
}
