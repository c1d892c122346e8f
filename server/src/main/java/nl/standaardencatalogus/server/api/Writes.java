package nl.standaardencatalogus.server.api;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.facts.RecordFileException;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.account.Visitors;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Quota;
import nl.standaardencatalogus.server.impact.Supposed;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;

/** What all addresses that write have in common: who asks, what his body says, and how it ends. */
final class Writes {
  /** The forms that a record is sent and got in. */
  static final List<Form> FORMS = List.of(Form.JSON_LD, Form.JSON, Form.TURTLE, Form.N_TRIPLES);

  static final int PER_MINUTE = 300;

  private final Catalogue catalogue;
  private final Questions questions;
  private final String publicUrl;
  private final Visitors visitors;
  private final Map<URI, String> contexts;
  private final Quota quota = new Quota("writes", PER_MINUTE);

  /**
   * Writing to a catalogue.
   *
   * @param contexts the JSON-LD contexts that a body may name, by their addresses
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  Writes(
      Catalogue catalogue,
      Questions questions,
      Visitors visitors,
      Map<URI, String> contexts,
      String publicUrl) {
    this.catalogue = catalogue;
    this.questions = questions;
    this.publicUrl = publicUrl;
    this.visitors = visitors;
    this.contexts = contexts;
  }

  /** Who asks; every asking counts for his quota, however it ends. */
  Principal principal(Context context) {
    Principal principal = visitors.principal(context.header("Authorization"), context.ip());
    quota.spend(name(principal), context.res());
    return principal;
  }

  /** What tells principals apart. */
  static String name(Principal principal) {
    return principal.organisation().getURI() + " " + principal.name();
  }

  /** Whether the body says that it is of a media type. */
  static boolean isOfType(Context context, String type) {
    return Optional.ofNullable(context.contentType())
        .map(it -> it.split(";")[0].strip())
        .filter(type::equalsIgnoreCase)
        .isPresent();
  }

  /** The changes that a patch in the body makes of a state. */
  List<Change> patch(Context context, Snapshot state) {
    requirePlain(context);
    try {
      return PatchBody.changes(context.bodyAsBytes(), state);
    } catch (RecordFileException e) {
      throw new ProblemException(Answers.problem(e));
    }
  }

  private static void requirePlain(Context context) {
    if (context.header("Content-Encoding") != null) {
      throw new ProblemException(415, "Send the body as it is, without Content-Encoding.");
    }
  }

  /** The form that the body says it has. */
  static Form form(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("").split(";")[0].strip();
    return FORMS.stream()
        .filter(form -> form.type().equalsIgnoreCase(type))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    415,
                    "The body must be one of "
                        + FORMS.stream().map(Form::type).toList()
                        + "; Content-Type says "
                        + (type.isEmpty() ? "nothing" : type)
                        + "."));
  }

  /** The records in the body, a change each. */
  List<Change> body(Context context) {
    return body(context, triple -> false);
  }

  /** The same without what is said beside the records. */
  List<Change> body(Context context, Predicate<Triple> aside) {
    Form form = form(context);
    Lang lang = form == Form.JSON ? Lang.JSONLD : RDFLanguages.contentTypeToLang(form.type());
    requirePlain(context);
    try {
      return RecordFiles.read("the body", lang, context.bodyAsBytes(), contexts, aside);
    } catch (RecordFileException e) {
      throw new ProblemException(Answers.problem(e));
    }
  }

  /** Who changes what another declared says why; of the others the change itself says it. */
  static String reason(Optional<String> given, Principal principal, String usual) {
    if (given.isEmpty() && principal.is(Role.EDITOR)) {
      throw new ProblemException(400, "Say with the parameter reason why you correct this.");
    }
    return given.orElse(usual);
  }

  /**
   * Where it is told what decisions and ends in some changes would touch, as far as they are about
   * what there is already.
   */
  List<String> whatIf(Principal principal, List<Change> changes) {
    Snapshot now = catalogue.snapshot();
    List<Supposed.Changed> changed =
        changes.stream()
            .map(it -> new Supposed.Changed(it.record(), now.record(it.record()), it.graph()))
            .filter(Supposed.Changed::matters)
            .toList();
    if (changed.isEmpty()) {
      return List.of();
    }
    Proposal proposal = new Proposal(principal.name(), principal.organisation(), "Proef", changes);
    return catalogue
        .supposing(proposal)
        .map(
            after ->
                changed.stream()
                    .flatMap(it -> Supposed.by(it, after, questions).stream())
                    .filter(it -> it.isKnown(now))
                    .map(it -> publicUrl + it.address())
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  /** Has the changes made, or only tried. */
  Outcome outcome(Principal principal, String reason, List<Change> changes, boolean dryRun) {
    return dryRun
        ? catalogue.dryRun(principal, reason, changes)
        : catalogue.commit(principal, reason, changes);
  }
}
