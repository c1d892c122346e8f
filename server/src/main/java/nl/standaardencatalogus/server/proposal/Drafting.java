package nl.standaardencatalogus.server.proposal;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.proposal.Moderation.Ending;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** How what somebody filled in about a record becomes a change in a draft of his. */
public final class Drafting {
  /** The field with the draft that a form is part of. */
  static final String DRAFT = "concept";

  /** The field with the remark that a change is made of. */
  static final String REMARK = "van";

  /** The field with the standard that a new version is of. */
  static final String OVER = "over";

  /** The field with why. */
  static final String REASON = "reden";

  private static final String BASED = "basis";
  private static final String DRAFTED = "stand";
  private static final String SLUG = "adres";
  private static final String SAMPLE = "voorbeeld";
  private static final String ACTION = "actie";
  private static final Set<String> HANDED = Set.of("voorleggen", "publiceren");
  private static final Set<String> CONTROLS =
      Set.of("zegel", BASED, DRAFTED, ACTION, REASON, DRAFT, REMARK, OVER, SLUG, SAMPLE, "verder");

  private final Moderation moderation;
  private final Map<Editable, FormShape> forms = new EnumMap<>(Editable.class);

  /** Drafts of the records that the rules have a form for. */
  public Drafting(Moderation moderation, Rules rules) {
    this.moderation = moderation;
    for (Editable kind : Editable.values()) {
      forms.put(kind, FormShape.of(rules, kind.type()));
    }
  }

  /** The form about a kind of record. */
  FormShape form(Editable kind) {
    return forms.get(kind);
  }

  /**
   * What a form is about.
   *
   * @param record the record; null for a new one
   * @param over the standard that a version is of; null for others
   * @param draft what it is part of; null when that is not kept yet
   * @param remark what it is made of; null when it is of none
   */
  record Work(Editable kind, Node record, Node over, Submission draft, Submission remark) {
    /** Where its form is. */
    String path() {
      return record == null ? kind.fresh() : kind.path(record);
    }

    /** The record; what stands in its place as long as it has no name. */
    Node thing() {
      return record == null ? kind.nameless(over) : record;
    }

    /** What the draft makes of it. */
    Optional<Proposed> drafted() {
      return Optional.ofNullable(draft).flatMap(it -> it.about(thing()));
    }

    /** Tells what the draft makes of it from anything else; empty while it makes nothing of it. */
    String standing() {
      return drafted().map(it -> CanonicalGraph.sha256(it.content()).substring(0, 16)).orElse("");
    }
  }

  /**
   * What somebody sent.
   *
   * @param typed with references as IRIs
   * @param based the revision that the form began with; 0 for a new record
   * @param standing what the draft made of it when the form was shown
   * @param slug what somebody wants in the address of a new one; may be empty
   * @param sample whether it is made up
   * @param handed whether it was sent to be looked at by others, for which there must be a reason
   */
  record Filled(
      Typed typed,
      long based,
      String standing,
      String slug,
      boolean sample,
      String reason,
      boolean handed) {
    /** Whether it was handed in without a reason that can be kept. */
    boolean lacksReason() {
      return handed && (reason.isEmpty() || reason.length() > Submission.LONGEST_REASON);
    }

    /** The same with what stands in the fields by now, based on a later revision. */
    Filled typed(Typed now, long revision) {
      return new Filled(now, revision, standing, slug, sample, reason, handed);
    }

    /** The same in a form that shows what the draft makes of it now. */
    Filled standing(Work work) {
      return new Filled(typed, based, work.standing(), slug, sample, reason, handed);
    }
  }

  /** What stands in a form as it is sent. */
  Filled filled(Editable kind, Map<String, List<String>> parameters) {
    Map<String, List<String>> fields = new LinkedHashMap<>(parameters);
    fields.keySet().removeAll(CONTROLS);
    complete(form(kind), "", fields);
    String based = first(parameters, BASED);
    return new Filled(
        Typed.of(fields).referring(form(kind), References::iri),
        based.matches("[0-9]{1,12}") ? Long.parseLong(based) : 0,
        first(parameters, DRAFTED),
        first(parameters, SLUG),
        !first(parameters, SAMPLE).isEmpty(),
        first(parameters, REASON),
        HANDED.contains(first(parameters, ACTION)));
  }

  /** Fills in what there is nothing to choose about, in all that was filled in otherwise. */
  private static void complete(FormShape form, String before, Map<String, List<String>> fields) {
    for (Field field : form.fields()) {
      String name = before + field.name();
      if (field.kind() == Kind.PART) {
        parts(name, fields).forEach(part -> complete(field.part(), part + ".", fields));
      } else if (isGiven(field) && isBlank(fields.get(name))) {
        Node only = field.codes().get(0);
        fields.put(name, List.of(only.isURI() ? only.getURI() : only.getLiteralLexicalForm()));
      }
    }
  }

  private static boolean isGiven(Field field) {
    return field.kind() == Kind.CODE
        && field.required()
        && !field.many()
        && field.codes().size() == 1;
  }

  private static boolean isBlank(List<String> texts) {
    return texts == null || texts.stream().allMatch(String::isBlank);
  }

  /** What the names start with of the fields of parts that something was filled in of. */
  private static Set<String> parts(String name, Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .filter(each -> each.getKey().startsWith(name + ".") && !isBlank(each.getValue()))
        .map(each -> each.getKey().substring(name.length() + 1).split("\\.", 2)[0])
        .map(part -> name + "." + part)
        .collect(Collectors.toSet());
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
  }

  /** What stands in a form before anybody filled in anything. */
  Filled before(Work work) {
    Optional<Proposed> drafted = work.drafted();
    Graph graph = drafted.map(Proposed::graph).orElseGet(() -> recorded(work));
    long based = drafted.map(Proposed::based).orElseGet(() -> moderation.current(work.thing()));
    Typed typed = Typed.of(form(work.kind()), graph, work.thing());
    boolean empty = graph.isEmpty() && work.remark() != null;
    String reason = work.draft() == null ? asked(work.remark()) : work.draft().reason();
    return new Filled(
        empty ? suggested(work.remark().remark()) : typed,
        based,
        work.standing(),
        "",
        isSample(graph, work.thing()),
        reason,
        false);
  }

  private static String asked(Submission remark) {
    return remark == null ? "" : remark.remark().title();
  }

  private static Typed suggested(Remark remark) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("title", List.of(remark.title()));
    fields.put("description", List.of(remark.description()));
    if (!remark.source().isEmpty()) {
      fields.put("sourceText", List.of(remark.source()));
    }
    return Typed.of(fields);
  }

  private Graph recorded(Work work) {
    return work.record() == null
        ? Graph.emptyGraph
        : moderation.content(moderation.current(work.record()));
  }

  private static boolean isSample(Graph graph, Node record) {
    return graph.contains(record, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
  }

  /** The same work with its record, once that can be told; else as it was. */
  Work named(Work work, Filled filled) {
    return work.record() != null
        ? work
        : work.kind()
            .minted(filled.typed(), work.over(), filled.slug())
            .map(it -> new Work(work.kind(), it, work.over(), work.draft(), work.remark()))
            .orElse(work);
  }

  /** The record as it would be. */
  Proposed proposed(Work work, Filled filled) {
    Node record = work.thing();
    // What no field shows is as in what the form began with, and not as somebody made it since.
    Graph before =
        work.drafted()
            .filter(it -> it.based() == filled.based())
            .map(Proposed::graph)
            .orElseGet(() -> moderation.content(filled.based()));
    Graph graph = filled.typed().on(before, form(work.kind()), record);
    work.kind().complete(graph, record, work.kind().over(record));
    Editable.relate(before, graph, record);
    Triple sample = Triple.create(record, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
    if (filled.sample()) {
      graph.add(sample);
    } else {
      graph.delete(sample);
    }
    return Proposed.of(Change.put(record, graph).basedOn(filled.based()));
  }

  /** The draft with what was filled in; a new one where there was none. */
  Submission draft(Author author, Work work, Filled filled) {
    return draft(author, work, filled, proposed(work, filled));
  }

  /** The draft with a change; a new one where there was none. */
  Submission draft(Author author, Work work, Filled filled, Proposed change) {
    Submission before =
        work.draft() == null
            ? moderation.fresh(author, "", false, List.of())
            : moderation.open(work.draft(), false);
    String reason = filled.reason().isEmpty() ? before.reason() : filled.reason();
    Submission draft = before.with(change).saying(reason);
    return work.remark() == null ? draft : draft.madeOf(work.remark().id());
  }

  /**
   * What the address of a form is about; empty when there is no such form.
   *
   * @param rest the rest of the address behind the kind; empty for a new record
   * @param parameters those of a request, with the draft and the like
   */
  Optional<Work> work(
      Session session, String kind, String rest, Map<String, List<String>> parameters) {
    Submission draft = moderation.draft(first(parameters, DRAFT), Author.of(session)).orElse(null);
    Submission remark =
        moderation
            .remark(first(parameters, REMARK), session.principal())
            .or(
                () ->
                    Optional.ofNullable(draft)
                        .flatMap(Submission::origin)
                        .flatMap(id -> moderation.remark(id, session.principal())))
            .orElse(null);
    return Editable.named(kind)
        .flatMap(
            it ->
                rest.isEmpty()
                    ? fresh(it, first(parameters, OVER), draft, remark)
                    : there(it, rest, draft, remark)
                        .or(() -> again(it, rest, first(parameters, DRAFT), draft, remark)));
  }

  private Optional<Work> fresh(Editable kind, String over, Submission draft, Submission remark) {
    if (kind != Editable.VERSION) {
      return Optional.of(new Work(kind, null, null, draft, remark));
    }
    return Editable.STANDARD
        .at(over.isEmpty() ? "-" : over)
        .filter(it -> moderation.current(it) > 0 || isIn(draft, it))
        .map(it -> new Work(kind, null, it, draft, remark));
  }

  private Optional<Work> there(Editable kind, String rest, Submission draft, Submission remark) {
    return kind.at(rest)
        .filter(
            it ->
                isIn(draft, it)
                    || Editable.of(it, moderation.content(moderation.current(it)))
                        .filter(kind::equals)
                        .isPresent())
        .map(it -> new Work(kind, it, kind.over(it), draft, remark));
  }

  /** What was new in a draft that is no more, is new once more. */
  private static Optional<Work> again(
      Editable kind, String rest, String asked, Submission draft, Submission remark) {
    return asked.isEmpty() || draft != null
        ? Optional.empty()
        : kind.at(rest).map(it -> new Work(kind, null, kind.over(it), null, remark));
  }

  private static boolean isIn(Submission draft, Node record) {
    return draft != null && draft.about(record).filter(it -> !it.ends()).isPresent();
  }

  /**
   * Keeps what somebody had filled in when his session was found to have ended.
   *
   * @param address the path that it was sent to
   * @return where it is there again; empty when it cannot be kept
   */
  public Optional<String> keep(
      Session session, String address, Map<String, List<String>> parameters) {
    String[] steps = Language.strip(address).split("/", 4);
    if (steps.length < 3 || !Moderation.edits(session.principal())) {
      return Optional.empty();
    }
    return work(session, steps[2], steps.length > 3 ? steps[3] : "", parameters)
        .flatMap(
            it -> {
              Filled filled = filled(it.kind(), parameters);
              Work named = named(it, filled);
              Submission draft = draft(Author.of(session), named, filled);
              return named.record() != null
                      && !isTaken(it, named)
                      && moderation.keep(draft) instanceof Ending.Kept
                  ? Optional.of(
                      Language.of(address).prefix() + named.path() + "?" + DRAFT + "=" + draft.id())
                  : Optional.empty();
            });
  }

  /** Whether a new record would be called as another one that is or was there. */
  boolean isTaken(Work work, Work named) {
    return work.record() == null
        && named.record() != null
        && (moderation.current(named.record()) > 0
            || named.draft() != null && named.draft().about(named.record()).isPresent());
  }

  /** What the form does not show of a record, which stays as it is. */
  Graph untouched(Work work, Graph graph) {
    Graph shown =
        Typed.of(form(work.kind()), graph, work.thing())
            .on(Graph.emptyGraph, form(work.kind()), work.thing());
    List<Triple> direct = Editable.direct(graph, work.thing());
    Graph rest = GraphFactory.createDefaultGraph();
    graph
        .find()
        .filterDrop(it -> isShown(shown, it) || isOurs(it) || direct.contains(it))
        .forEach(rest::add);
    return rest;
  }

  private static boolean isShown(Graph shown, Triple said) {
    return shown
        .find(said.getSubject(), said.getPredicate(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(it -> isSame(it, said.getObject()))
        .hasNext();
  }

  private static boolean isSame(Node one, Node other) {
    return one.isLiteral() && other.isLiteral()
        ? one.getLiteralLexicalForm().equals(other.getLiteralLexicalForm())
        : one.equals(other);
  }

  /** What the catalogue says of a record by itself. */
  private static boolean isOurs(Triple said) {
    Node property = said.getPredicate();
    return property.equals(RDF.type.asNode())
        || property.equals(DCTerms.identifier.asNode())
        || property.equals(DCTerms.isVersionOf.asNode())
        || property.equals(NodeFactory.createURI("http://www.w3.org/ns/dcat#inSeries"))
        || (property.equals(SC.ABOUT)
                || property.equals(SC.FROM)
                || property.equals(RDF.subject.asNode()))
            && Iris.canBePart(said.getSubject());
  }

  /** What the record says that a form began with. */
  Graph beginning(Work work) {
    return work.drafted().map(Proposed::graph).orElseGet(() -> recorded(work));
  }
}
