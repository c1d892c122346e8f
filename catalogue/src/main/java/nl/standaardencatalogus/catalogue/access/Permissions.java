package nl.standaardencatalogus.catalogue.access;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.access.Denial.Reason;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What a principal may change, in a state and on a day: the one place where that is decided.
 *
 * <p>Whose a declaration or a mandate is, its IRI says; what the record itself says of that is
 * never believed. A mandate counts as it stands in the state before the change, so that nobody can
 * give himself one in the same commit.
 */
public final class Permissions {
  private static final Set<ThingKind> OF_THE_SECRETARIAT =
      EnumSet.of(
          ThingKind.DECISION,
          ThingKind.PROCEDURE,
          ThingKind.MEETING,
          ThingKind.FUNDING_ADVICE,
          ThingKind.GOAL,
          ThingKind.PROJECT);

  private static final Set<ThingKind> OF_A_MAINTAINER =
      EnumSet.of(
          ThingKind.STANDARD, ThingKind.VERSION, ThingKind.ORGANISATION, ThingKind.PUBLIC_BODY);

  /** On these whoever maintains a standard says how it stands with it. */
  private static final Set<String> OF_LIFE = Set.of("levensfase", "publicatiestadium");

  private final Principal principal;
  private final Graph state;
  private final LocalDate day;

  /**
   * The permissions of somebody.
   *
   * @param state what is known when the change is asked for
   * @param day the day of the Netherlands on which mandates have to hold
   */
  public Permissions(Principal principal, Graph state, LocalDate day) {
    this.principal = principal;
    this.state = state;
    this.day = day;
  }

  /** Why one of the changes may not be made; empty when all may. */
  public Optional<Denial> denial(List<Change> changes) {
    return changes.stream()
        .flatMap(
            change -> reason(change).map(reason -> new Denial(change.record(), reason)).stream())
        .findFirst();
  }

  /**
   * The municipalities that it makes declarations for, in the order of their codes; an editor makes
   * none, but may correct those of any.
   */
  public List<Node> municipalities() {
    Set<Node> municipalities = new HashSet<>();
    if (principal.is(Role.MUNICIPALITY)) {
      municipalities.add(principal.organisation());
    }
    if (principal.is(Role.COOPERATION)) {
      mandates(Node.ANY)
          .mapWith(mandate -> state.find(mandate, SC.MANDATOR, Node.ANY).next().getObject())
          .forEach(municipalities::add);
    }
    return municipalities.stream().sorted(Comparator.comparing(Node::getURI)).toList();
  }

  /** Whether it may change some declaration of a municipality. */
  public boolean actsFor(Node municipality) {
    return principal.is(Role.EDITOR) || municipalities().contains(municipality);
  }

  /**
   * Whether it may put declarations of a municipality ready, which change nothing until that takes
   * them over. Who prepares within a municipality does so for that one; a supplier for any.
   */
  public boolean preparesFor(Node municipality) {
    return principal.is(Role.PREPARER)
        && (principal.organisation().equals(municipality)
            || !principal.organisation().getURI().startsWith(Iris.TOOI + "gemeente/"));
  }

  private Optional<Reason> reason(Change change) {
    if (principal.is(Role.EDITOR)) {
      return Optional.empty();
    }
    Optional<ThingKind> kind = Iris.kindOf(change.record());
    if (kind.filter(OF_THE_SECRETARIAT::contains).isPresent() && principal.is(Role.SECRETARIAT)) {
      return Optional.empty();
    }
    if (kind.filter(ThingKind.MANDATE::equals).isPresent() && principal.is(Role.MUNICIPALITY)) {
      return own(change.record()) ? Optional.empty() : Optional.of(Reason.OTHER_MUNICIPALITY);
    }
    if (kind.filter(OF_A_MAINTAINER::contains).isPresent() && principal.is(Role.MAINTAINER)) {
      return maintained(change);
    }
    return kind.filter(ThingKind.DECLARATION::equals).isPresent()
        ? declaration(change)
        : Optional.of(Reason.OTHER_ROLE);
  }

  /** Whose a standard is, the state says: nobody takes one over by saying that it is his. */
  private Optional<Reason> maintained(Change change) {
    Node record = change.record();
    Node standard = Iris.standardOfVersion(record).orElse(record);
    Node own = principal.organisation();
    boolean ours =
        record.equals(own)
            || state.contains(standard, SC.MAINTAINER, own)
            || state.contains(standard, DCTerms.publisher.asNode(), own);
    if (!ours) {
      return Optional.of(Reason.OTHER_MAINTAINER);
    }
    return ofOthers(state, record).equals(ofOthers(change.graph(), record))
            && families(state, record).equals(families(change.graph(), record))
        ? Optional.empty()
        : Optional.of(Reason.OTHER_AUTHORITY);
  }

  /** What other organisations say of the status of a record. */
  private Set<Triple> ofOthers(Graph graph, Node record) {
    Set<Triple> said = new HashSet<>();
    graph
        .find(record, SC.STATUS, Node.ANY)
        .filterDrop(it -> isOwn(graph, it.getObject()))
        .forEach(
            it -> {
              said.add(it);
              graph.find(it.getObject(), Node.ANY, Node.ANY).forEach(said::add);
            });
    return said;
  }

  /** What is on the list of the Forum, or weighs in GEMMA, nobody says but who keeps these. */
  private boolean isOwn(Graph graph, Node status) {
    return graph.contains(status, SC.AUTHORITY, principal.organisation())
        && graph.stream(status, SC.AXIS, Node.ANY)
            .allMatch(it -> OF_LIFE.contains(Iris.lastSegment(it.getObject())));
  }

  /** The families that a standard is in: what binds these binds it. */
  private static Set<Node> families(Graph graph, Node record) {
    return graph.stream(record, DCTerms.isPartOf.asNode(), Node.ANY)
        .map(Triple::getObject)
        .collect(Collectors.toSet());
  }

  private Optional<Reason> declaration(Change change) {
    boolean own = principal.is(Role.MUNICIPALITY) && own(change.record());
    boolean mandated = principal.is(Role.COOPERATION) && mandated(change.record());
    if (own || mandated) {
      return declaredByOther(change.graph())
          ? Optional.of(Reason.OTHER_DECLARANT)
          : Optional.empty();
    }
    if (principal.is(Role.COOPERATION)) {
      return Optional.of(Reason.NO_MANDATE);
    }
    return Optional.of(
        principal.is(Role.MUNICIPALITY) ? Reason.OTHER_MUNICIPALITY : Reason.OTHER_ROLE);
  }

  private boolean own(Node record) {
    return Iris.municipalityOf(record).filter(principal.organisation()::equals).isPresent();
  }

  /** Who declares must be who acts: a rule of the shapes says that somebody must be named. */
  private boolean declaredByOther(Graph declaration) {
    return declaration
        .find(Node.ANY, SC.DECLARED_BY, Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(this::standsFor)
        .hasNext();
  }

  private boolean mandated(Node declaration) {
    return mandates(Iris.municipalityOf(declaration).orElseThrow())
        .filterKeep(mandate -> covers(mandate, declaration))
        .hasNext();
  }

  /** The mandates that hold, given to us by a municipality or by any. */
  private ExtendedIterator<Node> mandates(Node municipality) {
    return state
        .find(Node.ANY, SC.MANDATOR, municipality)
        .mapWith(Triple::getSubject)
        .filterKeep(mandate -> state.contains(mandate, RDF.type.asNode(), SC.MANDATE_CLASS))
        .filterKeep(this::isGivenToUs)
        .filterKeep(this::holds);
  }

  private boolean isGivenToUs(Node mandate) {
    return state
        .find(mandate, SC.MANDATARY, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(this::standsFor)
        .hasNext();
  }

  /** The organisation itself, or a cooperation that it carries out. */
  private boolean standsFor(Node organisation) {
    return organisation.equals(principal.organisation())
        || state.contains(organisation, SC.CARRIED_OUT_BY, principal.organisation());
  }

  private boolean holds(Node mandate) {
    String today = day.toString();
    return state
            .find(mandate, SC.VALID_FROM, Node.ANY)
            .filterKeep(said -> said.getObject().getLiteralLexicalForm().compareTo(today) <= 0)
            .hasNext()
        && !state
            .find(mandate, SC.VALID_UNTIL, Node.ANY)
            .filterKeep(said -> said.getObject().getLiteralLexicalForm().compareTo(today) < 0)
            .hasNext();
  }

  private boolean covers(Node mandate, Node declaration) {
    return !state.contains(mandate, SC.MANDATE_COVERS, Node.ANY)
        || state.contains(mandate, SC.MANDATE_COVERS, Iris.standardOf(declaration).orElseThrow());
  }
}
