package nl.standaardencatalogus.server.mine;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Key;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import org.apache.jena.graph.Node;

/** A municipality says that what a predecessor declared does not hold for it, and what does. */
final class Refusing {
  /** Who uses the standard in another way declares that with the form itself. */
  private static final List<String> NOT_USED = List.of("geen-plannen", "niet-van-toepassing");

  private final Questions questions;
  private final Acting acting;
  private final Pages pages;
  private final Field phase;
  private final Field value;
  private final Field from;

  /**
   * What is declared in the place of it.
   *
   * @param typed what the municipality might have typed in the form
   */
  record Refusal(Typed typed, String reason) {}

  Refusing(Questions questions, Acting acting, Pages pages, FormShape form) {
    this.questions = questions;
    this.acting = acting;
    this.pages = pages;
    this.phase = field(form, SC.PHASE);
    this.value = field(phase.part(), SC.PHASE_VALUE);
    this.from = field(phase.part(), SC.VALID_FROM);
  }

  private static Field field(FormShape form, Node path) {
    return form.fields().stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
  }

  /** Asks why, and which phase holds; of who sent too little once more. */
  void ask(Context context, View view, Session session, OwnDeclaration about, boolean incomplete) {
    Acting.requireOwn(session);
    pages.show(
        context,
        "refuse",
        RefusePage.of(
            view,
            session,
            about,
            inherited(context, view, about),
            phases(),
            text(context, "fase"),
            text(context, "reden"),
            incomplete));
  }

  /** What was sent; empty when something is missing. */
  Optional<Refusal> sent(Context context, View view, OwnDeclaration about) {
    String reason = text(context, "reden");
    Node predecessor = predecessor(context, view, about);
    return phases().stream()
        .map(Node::getURI)
        .filter(text(context, "fase")::equals)
        .filter(chosen -> !reason.isEmpty())
        .findFirst()
        .map(
            chosen ->
                new Refusal(
                    typed(chosen),
                    "Niet overgenomen van " + view.dutchName(predecessor) + ": " + reason));
  }

  private Typed typed(String chosen) {
    LocalDate today = acting.today();
    String part = Typed.part(phase.name(), Typed.of(Map.of()).freshPart(phase.name(), phase));
    String day = part + "." + from.name();
    Map<String, List<String>> texts = new LinkedHashMap<>();
    texts.put(part + "." + value.name(), List.of(chosen));
    texts.put(day + ".dag", List.of(String.valueOf(today.getDayOfMonth())));
    texts.put(day + ".maand", List.of(String.valueOf(today.getMonthValue())));
    texts.put(day + ".jaar", List.of(String.valueOf(today.getYear())));
    return Typed.of(texts);
  }

  private List<Node> phases() {
    return value.codes().stream().filter(it -> NOT_USED.contains(Iris.lastSegment(it))).toList();
  }

  /** What there is of its own by now was sent just before, or by a colleague: the commit tells. */
  private Node predecessor(Context context, View view, OwnDeclaration about) {
    return view.holds(about.record())
        ? Key.record(text(context, Predecessor.FIELD))
            .map(it -> OwnDeclaration.of(it).municipality())
            .orElseThrow(Refusing::nothing)
        : inherited(context, view, about).predecessor();
  }

  private static ProblemException nothing() {
    return new ProblemException(404, "Nothing was inherited there.");
  }

  private Inherited inherited(Context context, View view, OwnDeclaration about) {
    String key = text(context, Predecessor.FIELD);
    return Inherited.from(questions, view.snapshot().graph(), about, key)
        .orElseThrow(Refusing::nothing);
  }

  private static String text(Context context, String name) {
    return Optional.ofNullable(context.formParam(name))
        .or(() -> Optional.ofNullable(context.queryParam(name)))
        .orElse("")
        .strip();
  }
}
