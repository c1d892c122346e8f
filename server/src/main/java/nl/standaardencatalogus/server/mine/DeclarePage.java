package nl.standaardencatalogus.server.mine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.FormView;
import nl.standaardencatalogus.server.form.FormView.Choice;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * The second and third of three steps to declare: describe, and look once more.
 *
 * @param path of this page, which forms are sent to
 * @param based the revision that the form began with; 0 for a new declaration
 * @param view the fields
 * @param typed what stands in them, to be carried along by the last look
 * @param facts what would be declared, in words
 * @param earlier what was declared before, to go back to
 * @param told how what was asked ended; null when there is nothing to say of it
 * @param theirs what is there now, when somebody else changed it meanwhile; null when nobody did
 * @param saw whether the facts are what somebody saw who only said that it is still right
 * @param unreadable why it cannot be a record; null when it can
 * @param concept what it was filled in with, when somebody else put that ready; else null
 * @param prepares whether it is put ready for the municipality and not declared
 * @param predecessor whose declaration it was filled in with; null when it was with none
 */
public record DeclarePage(
    Frame frame,
    Me me,
    String path,
    String mine,
    String municipality,
    Link standard,
    long based,
    FormView view,
    Map<String, List<String>> typed,
    List<Answer> facts,
    List<Version> earlier,
    boolean drafted,
    String told,
    boolean noReason,
    List<Answer> theirs,
    long theirRevision,
    boolean saw,
    String unreadable,
    Ready concept,
    boolean prepares,
    Predecessor predecessor) {
  /** A field and what stands in it. */
  public record Answer(String label, List<String> texts) {}

  /**
   * A revision of the declaration.
   *
   * @param by the organisation that answers for it
   * @param deed what it did
   * @param other whether that is another organisation than the municipality
   * @param back whether it can be gone back to
   */
  public record Version(
      Link revision,
      String when,
      String by,
      String deed,
      boolean other,
      String reason,
      long number,
      boolean back) {}

  /**
   * A declaration that was put ready.
   *
   * @param by who did
   * @param path to refuse it at
   */
  public record Ready(String id, String by, String when, String note, String path) {
    static Ready of(View view, Concept concept) {
      return new Ready(
          concept.id(),
          view.t("concept.by", view.name(concept.organisation()), concept.name()),
          view.moment(concept.at()),
          concept.note(),
          view.href("/mijn/" + concept.about().code() + "/concepten/" + concept.id()));
    }
  }

  private static final int MOST_EARLIER = 12;

  static DeclarePage of(
      View view,
      Session session,
      OwnDeclaration about,
      FormShape form,
      Typed typed,
      long based,
      List<Finding> findings) {
    String name = view.name(about.municipality());
    String heading = view.t("declare.title", view.name(about.standard()));
    boolean wrong = findings.stream().anyMatch(it -> it.severity() == Severity.VIOLATION);
    String mine = view.href("/mijn/" + about.code());
    FormView fields = fields(view, about, form, typed, findings);
    return new DeclarePage(
        view.frame(
            wrong ? view.t("form.wrong", heading) : heading,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(name, mine),
                new Link(view.t("declare.crumb"), null)),
            false),
        Me.of(view, session),
        view.href(about.path()),
        mine,
        name,
        view.link(about.standard()),
        based,
        fields,
        typed.all(),
        answers(fields),
        earlier(view, about),
        false,
        null,
        false,
        null,
        0,
        false,
        null,
        null,
        false,
        null);
  }

  private static FormView fields(
      View view, OwnDeclaration about, FormShape form, Typed typed, List<Finding> findings) {
    return FormView.of(
        form,
        about.record(),
        typed,
        findings,
        (field, texts) -> choices(view, about, field, texts),
        view);
  }

  /** What may be chosen: the codes of a list, or what the question about a class finds. */
  private static List<Choice> choices(
      View view, OwnDeclaration about, Field field, List<String> texts) {
    Map<String, Choice> choices = new LinkedHashMap<>();
    if (field.kind() == FormShape.Kind.CODE) {
      for (Node code : field.codes()) {
        choices.put(
            code.getURI(), choice(code.getURI(), view.name(code), view.meaning(code), texts));
      }
    } else if (field.kind() == FormShape.Kind.REFERENCE) {
      VersionNames versions = new VersionNames(view, about.standard());
      view.ask("form/" + localName(field.type()), "standard", about.standard())
          .forEach(
              row -> {
                Node thing = row.get("thing");
                String label = versions.of(thing, row.text("label"));
                choices.put(thing.getURI(), choice(thing.getURI(), label, null, texts));
              });
      texts.stream()
          .filter(text -> !text.isBlank() && !choices.containsKey(text))
          .forEach(text -> choices.put(text, choice(text, view.called(text), null, texts)));
    }
    return List.copyOf(choices.values());
  }

  private static String localName(Node type) {
    return type.getURI().substring(type.getURI().indexOf('#') + 1);
  }

  private static Choice choice(String value, String label, String help, List<String> texts) {
    return new Choice("", value, label, help, texts.contains(value));
  }

  /** What stands in the fields, for reading. */
  private static List<Answer> answers(FormView fields) {
    return fields.inputs().stream()
        .filter(input -> !input.answers().isEmpty())
        .map(input -> new Answer(input.label(), input.answers()))
        .toList();
  }

  private static List<Version> earlier(View view, OwnDeclaration about) {
    Node record = about.record();
    long current = view.snapshot().current(record).map(it -> it.revision()).orElse(0L);
    List<Moment> moments = view.states().moments(record);
    return moments.subList(Math.max(0, moments.size() - MOST_EARLIER), moments.size()).stream()
        .sorted(Comparator.comparing(Moment::revision).reversed())
        .flatMap(moment -> view.states().revision(moment.revision()).stream())
        .map(revision -> version(view, about, revision, current))
        .toList();
  }

  private static Version version(View view, OwnDeclaration about, Revision revision, long current) {
    Commit commit = view.states().commitOf(revision.number()).orElseThrow();
    boolean back = revision.kind() != Kind.DELETE && revision.number() != current;
    return new Version(
        view.revision(revision.number()),
        view.moment(commit.recorded()),
        view.name(commit.onBehalfOf()),
        view.t("deed." + Deed.of(view, revision, commit).text()),
        !commit.onBehalfOf().equals(about.municipality()),
        commit.reason(),
        revision.number(),
        back);
  }

  private DeclarePage with(
      boolean isDrafted,
      String text,
      boolean misses,
      List<Answer> others,
      long other,
      String reason) {
    return new DeclarePage(
        frame,
        me,
        path,
        mine,
        municipality,
        standard,
        based,
        view,
        typed,
        facts,
        earlier,
        isDrafted,
        text,
        misses,
        others,
        other,
        saw,
        reason,
        concept,
        prepares,
        predecessor);
  }

  private DeclarePage with(Ready ready, boolean forOther, Predecessor other) {
    return new DeclarePage(
        frame,
        me,
        path,
        mine,
        municipality,
        standard,
        based,
        view,
        typed,
        facts,
        earlier,
        drafted,
        told,
        noReason,
        theirs,
        theirRevision,
        saw,
        unreadable,
        ready,
        forOther,
        other);
  }

  /** The same, filled in with what somebody else put ready; null where nobody did. */
  DeclarePage from(View now, Concept origin) {
    return with(origin == null ? null : Ready.of(now, origin), prepares, predecessor);
  }

  /** The same, of who puts it ready for the municipality. */
  DeclarePage preparing(boolean is) {
    return with(concept, is, predecessor);
  }

  /** The same, filled in with what a municipality that is no more declared; null for none. */
  DeclarePage inheriting(Predecessor from) {
    return with(concept, prepares, from);
  }

  /** The same, from a draft. */
  DeclarePage drafted(boolean is) {
    return with(is, told, noReason, theirs, theirRevision, unreadable);
  }

  /** The same, with word of how what was asked ended. */
  DeclarePage telling(String text) {
    return with(drafted, text, noReason, theirs, theirRevision, unreadable);
  }

  /** The same, of who did not say why. */
  DeclarePage withoutReason() {
    return with(drafted, told, true, theirs, theirRevision, unreadable);
  }

  /** The same, of what cannot be a record. */
  DeclarePage unreadable(String reason) {
    return with(drafted, told, noReason, theirs, theirRevision, reason);
  }

  /** The same, when somebody else was first: with what that one declared. */
  DeclarePage overtaken(View now, FormShape form, OwnDeclaration about, long current) {
    Typed other = Typed.of(form, now.snapshot().record(about.record()), about.record());
    FormView fields = fields(now, about, form, other, List.of());
    return with(drafted, told, noReason, answers(fields), current, unreadable);
  }

  /** The same, for who only said that it is still right: with what he saw. */
  DeclarePage saw(View now, FormShape form, OwnDeclaration about, Typed seen) {
    return new DeclarePage(
        frame,
        me,
        path,
        mine,
        municipality,
        standard,
        based,
        view,
        typed,
        answers(fields(now, about, form, seen, List.of())),
        earlier,
        drafted,
        told,
        noReason,
        theirs,
        theirRevision,
        true,
        unreadable,
        concept,
        prepares,
        predecessor);
  }
}
