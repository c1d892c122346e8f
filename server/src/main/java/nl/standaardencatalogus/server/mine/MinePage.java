package nl.standaardencatalogus.server.mine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.MunicipalityPage;
import nl.standaardencatalogus.server.page.MunicipalityPage.Line;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.reminder.Reminder;
import org.apache.jena.graph.Node;

/**
 * What is asked of a municipality, for who acts for it: what wants attention, what it has not
 * declared, what it has.
 *
 * @param told how what was asked ended; null when nothing was
 * @param refused which declarations stood in the way of it
 * @param receipt of what was done; null when nothing was
 */
public record MinePage(
    Frame frame,
    Me me,
    String name,
    Link page,
    String self,
    String calendar,
    String choose,
    List<Due> due,
    int later,
    List<Heir> inherited,
    List<Missing> missing,
    List<Own> declared,
    List<Link> drafts,
    List<Waiting> waiting,
    List<Corrected> corrected,
    String told,
    List<Link> refused,
    Link receipt,
    FromSource source) {
  private static final int DAYS = 90;

  /** What another changed in a declaration since who declares it last spoke. */
  public record Corrected(Link standard, String by, String when, String reason, String path) {}

  /**
   * Something to look at.
   *
   * @param passed whether its day has been
   * @param phase what is declared
   * @param version its number; null when none is declared
   * @param path of the form about the declaration
   * @param box what is sent when it is ticked as still right; null when that does not help
   */
  public record Due(
      String kind,
      String day,
      boolean passed,
      Link standard,
      String phase,
      String version,
      String path,
      String box,
      boolean ticked) {}

  /**
   * What a predecessor declared.
   *
   * @param path of the form, filled in with it
   * @param refusal where to say that it does not hold
   */
  public record Heir(
      Link standard,
      Link predecessor,
      String phase,
      String date,
      boolean divided,
      boolean announced,
      String path,
      String refusal) {}

  /** A standard that holds for the municipality, and of which it has said nothing. */
  public record Missing(Line line, String path) {}

  /**
   * A declaration that somebody else put ready.
   *
   * @param path of the form, filled in with it
   */
  public record Waiting(Link standard, DeclarePage.Ready ready, String path) {}

  /**
   * A declaration of the municipality.
   *
   * @param path of the form about it; null for who may not change it
   */
  public record Own(Line line, String path, long based) {}

  /**
   * The page about a municipality.
   *
   * @param ticked which boxes are ticked before anybody does
   * @param offered what who is logged in may declare: a mandate may be for some standards alone
   */
  static MinePage of(
      View view,
      Session session,
      Node municipality,
      List<Reminder> reminders,
      List<Inherited> inherited,
      List<Drafts.Draft> drafts,
      List<Concept> concepts,
      Predicate<String> ticked,
      LocalDate today,
      Predicate<OwnDeclaration> offered) {
    MunicipalityPage known = MunicipalityPage.of(view, municipality);
    String name = view.name(municipality);
    String start = "/mijn/" + Mine.code(municipality);
    List<Reminder> own =
        reminders.stream().filter(it -> offered.test(OwnDeclaration.of(it.declaration()))).toList();
    List<Reminder> near =
        own.stream().filter(it -> !it.due().isAfter(today.plusDays(DAYS))).toList();
    Map<Node, String> versions = new HashMap<>();
    view.ask("municipality/declarations", "municipality", municipality)
        .forEach(row -> versions.put(row.get("declaration"), row.text("label")));
    return new MinePage(
        view.frame(
            name,
            "mijn",
            view.crumbs(view.section("mine.title", "/mijn"), new Link(name, null)),
            false),
        Me.of(view, session),
        name,
        view.link(municipality),
        view.href(start),
        "/gemeenten/" + Mine.code(municipality) + "/herinneringen",
        view.href(start + "/kiezen"),
        near.stream().map(it -> due(view, it, today, versions, ticked)).toList(),
        own.size() - near.size(),
        inherited.stream()
            .filter(it -> offered.test(about(municipality, Mine.code(it.standard()))))
            .map(it -> heir(view, municipality, it))
            .toList(),
        known.applies().stream()
            .filter(line -> line.declaration() == null)
            .filter(line -> offered.test(about(municipality, slug(line.standard()))))
            .map(line -> new Missing(line, view.href(start + "/opgaven/" + slug(line.standard()))))
            .toList(),
        known.declared().stream().map(line -> own(view, line, offered)).toList(),
        drafts.stream()
            .map(draft -> OwnDeclaration.of(draft.record()))
            .filter(it -> it.municipality().equals(municipality))
            .map(it -> new Link(view.name(it.standard()), view.href(it.path())))
            .toList(),
        concepts.stream().map(it -> waiting(view, it)).toList(),
        known.declared().stream().flatMap(line -> corrected(view, line)).toList(),
        null,
        List.of(),
        null,
        null);
  }

  /** The same, with word of how what was asked ended, and which declarations stood in the way. */
  MinePage telling(String text, List<Link> inTheWay) {
    return new MinePage(
        frame, me, name, page, self, calendar, choose, due, later, inherited, missing, declared,
        drafts, waiting, corrected, text, inTheWay, null, source);
  }

  /** The same, with word of what was done and the receipt of it. */
  MinePage telling(String text, Link proof) {
    return new MinePage(
        frame, me, name, page, self, calendar, choose, due, later, inherited, missing, declared,
        drafts, waiting, corrected, text, List.of(), proof, source);
  }

  /** How many declarations there are that who is logged in may change. */
  public long own() {
    return declared.stream().filter(it -> it.path() != null).count();
  }

  /** The boxes that can be ticked. */
  public List<Due> boxes() {
    return due.stream().filter(it -> it.box() != null).toList();
  }

  /** The same, with what came of the municipality's own source; null when it has none. */
  MinePage publishing(FromSource own) {
    return new MinePage(
        frame, me, name, page, self, calendar, choose, due, later, inherited, missing, declared,
        drafts, waiting, corrected, told, refused, receipt, own);
  }

  static Waiting waiting(View view, Concept concept) {
    OwnDeclaration about = concept.about();
    return new Waiting(
        view.link(about.version() == null ? about.standard() : about.version()),
        DeclarePage.Ready.of(view, concept),
        view.href(about.path() + "?concept=" + concept.id()));
  }

  private static Due due(
      View view,
      Reminder reminder,
      LocalDate today,
      Map<Node, String> versions,
      Predicate<String> ticked) {
    Node declaration = reminder.declaration();
    String box =
        reminder.kind() == Reminder.Kind.CONFIRM
            ? Confirmation.of(declaration, based(view, declaration)).text()
            : null;
    return new Due(
        kind(view, reminder, today),
        view.date(reminder.due().toString()),
        reminder.due().isBefore(today),
        view.link(reminder.standard()),
        phase(view, declaration),
        versions.get(declaration),
        view.href(OwnDeclaration.of(declaration).path()),
        box,
        box != null && ticked.test(box));
  }

  private static String phase(View view, Node declaration) {
    return view.snapshot()
        .graph()
        .find(declaration, SC.CURRENT_PHASE, Node.ANY)
        .mapWith(triple -> view.name(triple.getObject()))
        .nextOptional()
        .orElseGet(() -> view.t("unknown"));
  }

  /** Why to look: what is so on a day that is still to come is not so yet. */
  private static String kind(View view, Reminder reminder, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, reminder.due());
    if (days <= 0) {
      return view.t("reminder." + reminder.kind().text());
    }
    return switch (reminder.kind()) {
      case CONFIRM -> view.texts().counted("reminder.confirm.coming", days);
      case PLAN -> view.texts().counted("reminder.plan.coming", days);
      case REVIEW -> view.texts().counted("reminder.review.coming", days);
      case VERSION -> view.texts().counted("reminder.version.coming", days);
    };
  }

  private static Heir heir(View view, Node municipality, Inherited inherited) {
    OwnDeclaration about = inherited.by(Mine.code(municipality));
    return new Heir(
        view.link(inherited.standard()),
        view.link(inherited.predecessor()),
        inherited.phase() == null ? view.t("unknown") : view.name(inherited.phase()),
        inherited.date() == null ? view.t("unknown") : view.date(inherited.date()),
        inherited.divided(),
        inherited.announced(),
        view.href(Predecessor.taking(about, inherited)),
        view.href(Predecessor.refusal(about, inherited)));
  }

  private static Own own(View view, Line line, Predicate<OwnDeclaration> offered) {
    Node declaration = view.thing(line.declaration()).orElseThrow();
    OwnDeclaration about = OwnDeclaration.of(declaration);
    String path = offered.test(about) ? view.href(about.path()) : null;
    return new Own(line, path, based(view, declaration));
  }

  private static Stream<Corrected> corrected(View view, Line line) {
    Node declaration = view.thing(line.declaration()).orElseThrow();
    List<Moment> moments = new ArrayList<>(view.states().moments(declaration));
    Collections.reverse(moments);
    return moments.stream()
        .map(Moment::revision)
        .flatMap(number -> view.states().revision(number).stream())
        .takeWhile(it -> Deed.corrects(it, view.states().commitOf(it.number()).orElseThrow()))
        .map(it -> corrected(view, declaration, it));
  }

  private static Corrected corrected(View view, Node declaration, Revision revision) {
    OwnDeclaration about = OwnDeclaration.of(declaration);
    Commit commit = view.states().commitOf(revision.number()).orElseThrow();
    return new Corrected(
        view.link(about.version() == null ? about.standard() : about.version()),
        view.name(commit.onBehalfOf()),
        view.moment(commit.recorded()),
        commit.reason(),
        view.href(about.path()));
  }

  private static long based(View view, Node record) {
    return view.snapshot().current(record).map(it -> it.revision()).orElse(0L);
  }

  private static OwnDeclaration about(Node municipality, String slug) {
    return new OwnDeclaration(Mine.code(municipality), slug, null);
  }

  static String slug(Link standard) {
    String path = standard.href().split("[?#]")[0];
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
