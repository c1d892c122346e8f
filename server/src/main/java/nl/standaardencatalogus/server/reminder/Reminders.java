package nl.standaardencatalogus.server.reminder;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.http.Validators;
import nl.standaardencatalogus.server.news.Atom;
import nl.standaardencatalogus.server.news.Names;
import nl.standaardencatalogus.server.page.PagePaths;
import org.apache.jena.graph.Node;

/**
 * The reminders of a municipality without mail: a calendar to subscribe to at {@code
 * /gemeenten/{code}/herinneringen.ics}, those to come on their day and the others together on
 * today, and an Atom feed at {@code /gemeenten/{code}/herinneringen.atom} of those whose day has
 * come. Both follow from what is public, so nobody has to log in; they lead to where something can
 * be done. Dutch, as the names of most records are.
 */
public final class Reminders {
  private final Supplier<Snapshot> now;
  private final Questions questions;
  private final String publicUrl;
  private final Clock clock;

  /**
   * The reminders in a state.
   *
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  public Reminders(Supplier<Snapshot> now, Questions questions, String publicUrl, Clock clock) {
    this.now = now;
    this.questions = questions;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    Reads.add(config, "/gemeenten/{code}/herinneringen.ics", this::calendar);
    Reads.add(config, "/gemeenten/{code}/herinneringen.atom", this::feed);
  }

  private Node municipality(Context context, Snapshot state) {
    String code = context.pathParam("code");
    if (!code.matches("gm[0-9]{4}") || state.current(Iris.municipality(code)).isEmpty()) {
      throw new ProblemException(404, "There is no municipality " + code + ".");
    }
    return Iris.municipality(code);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Validity.ZONE));
  }

  private void calendar(Context context) {
    Snapshot state = now.get();
    Node municipality = municipality(context, state);
    if (isKnown(context, state)) {
      return;
    }
    Calendar calendar = new Calendar(title(state, municipality), state.recorded());
    LocalDate today = today();
    List<Reminder> due = new ArrayList<>();
    for (Reminder reminder : Reminder.of(questions, state.graph(), municipality)) {
      if (reminder.due().isBefore(today)) {
        due.add(reminder);
      } else {
        calendar.add(
            id(reminder),
            reminder.due(),
            summary(state, reminder),
            reminder.kind().advice(),
            page(reminder));
      }
    }
    if (!due.isEmpty()) {
      // Nobody sees what stands on a day that has gone by, so all of it stands on today.
      calendar.addToday(
          municipality.getURI() + "#herinneringen",
          today,
          due.size() == 1 ? "1 herinnering wacht" : due.size() + " herinneringen wachten",
          due.stream()
              .map(each -> each.due() + " " + summary(state, each))
              .collect(Collectors.joining("\n")),
          publicUrl + "/mijn/" + context.pathParam("code"));
    }
    context.contentType("text/calendar;charset=utf-8").result(calendar.written());
  }

  private void feed(Context context) {
    Snapshot state = now.get();
    Node municipality = municipality(context, state);
    LocalDate today = today();
    if (isKnown(context, state)) {
      return;
    }
    List<Reminder> due =
        Reminder.of(questions, state.graph(), municipality).stream()
            .filter(reminder -> !reminder.due().isAfter(today))
            .toList();
    Atom atom =
        Atom.feed(
            Iris.BASE.substring(0, Iris.BASE.length() - 1) + context.path(),
            title(state, municipality),
            due.isEmpty() ? state.recorded() : moment(due.get(due.size() - 1)));
    atom.link("self", publicUrl + context.path(), "application/atom+xml");
    atom.link("alternate", publicUrl + "/gemeenten/" + context.pathParam("code"), "text/html");
    atom.author("Standaardencatalogus", null);
    for (int i = due.size() - 1; i >= 0; i--) {
      Reminder reminder = due.get(i);
      atom.entry(id(reminder), summary(state, reminder), moment(reminder));
      atom.text("summary", reminder.kind().advice());
      atom.link("alternate", page(reminder), "text/html");
      atom.category(reminder.kind().text());
      atom.end();
    }
    context.contentType("application/atom+xml;charset=utf-8").result(atom.written());
  }

  private static Instant moment(Reminder reminder) {
    return reminder.due().atStartOfDay(Validity.ZONE).toInstant();
  }

  /** What is due and what holds changes with the day, without a commit. */
  private boolean isKnown(Context context, Snapshot state) {
    LocalDate today = today();
    Instant start = today.atStartOfDay(Validity.ZONE).toInstant();
    Validators validators =
        new Validators(
            "\"" + state.sequence() + "-" + state.hash().substring(0, 12) + "-" + today + "\"",
            state.recorded().isAfter(start) ? state.recorded() : start);
    validators.send(context.res());
    context.header("Cache-Control", "public, max-age=3600");
    boolean known = validators.unchanged(context.req());
    if (known) {
      context.status(304);
    }
    return known;
  }

  private static String title(Snapshot state, Node municipality) {
    return "Herinneringen over standaarden: " + name(state, municipality);
  }

  private static String summary(Snapshot state, Reminder reminder) {
    return reminder.kind().title() + ": " + name(state, reminder.standard());
  }

  private static String name(Snapshot state, Node thing) {
    return Names.of(state.graph(), thing).orElse(Iris.lastSegment(thing));
  }

  /** The same as long as the same declaration is to be looked at on the same day for the same. */
  private static String id(Reminder reminder) {
    return reminder.declaration().getURI() + "#" + reminder.kind().text() + "-" + reminder.due();
  }

  /** Where it can be confirmed or changed, after logging in. */
  private String page(Reminder reminder) {
    return publicUrl
        + PagePaths.of(reminder.declaration())
            .orElseThrow()
            .replaceFirst("^/opgaven/([^/]+)/", "/mijn/$1/opgaven/");
  }
}
