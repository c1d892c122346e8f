package nl.standaardencatalogus.catalogue.validity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.RDF;

/**
 * What holds on a day (valid time), by the dates that records give: from a first day, month or year
 * up to and with a last one. A phase of adoption holds until the next one of its declaration.
 *
 * <p>What follows from that for the day of looking is added to a state under properties that the
 * ontology marks {@code sc:derived}: the phase of each declaration, what each municipality uses or
 * plans, which decisions bind a standard. The questions are files below {@code validity/}.
 */
public final class Validity {
  /** The properties whose triples the catalogue adds and no record may hold. */
  public static final Set<Node> DERIVED =
      Ontology.graph().stream(Node.ANY, SC.DERIVED, NodeConst.nodeTrue)
          .map(Triple::getSubject)
          .collect(Collectors.toUnmodifiableSet());

  /** Where a day begins and ends. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** Of those, what {@link #adoption} says of municipalities. */
  public static final List<Node> OF_MUNICIPALITIES =
      List.of(
          SC.DECLARES_ON,
          SC.DEEMS_NOT_APPLICABLE,
          SC.HAS_NO_PLANS_FOR,
          SC.EXPLORES,
          SC.PLANS,
          SC.IMPLEMENTS,
          SC.USES,
          SC.PHASED_OUT,
          SC.EXPLAINS);

  /** Of those, what {@link #standards} says of standards, versions and the like. */
  public static final List<Node> OF_STANDARDS =
      List.of(SC.BOUND_BY, SC.BINDINGNESS, SC.CURRENT_STATUS);

  /** The dates that {@link #adoption} looks at. */
  public static final List<Node> DATES_OF_ADOPTION =
      List.of(SC.VALID_FROM, SC.VALID_UNTIL, SC.REVIEW_BY);

  private static final List<String> ABOUT_ADOPTION =
      List.of("validity/phases", "validity/explanations");
  private static final List<String> ABOUT_STANDARDS =
      List.of("validity/decisions", "validity/statuses");

  /** How long a whole day is written. */
  private static final int DAY = 10;

  private final Questions questions;

  public Validity(Questions questions) {
    this.questions = questions;
  }

  /** What follows on a day from the declarations of all municipalities. */
  public Set<Triple> adoption(Graph state, LocalDate day) {
    return construct(ABOUT_ADOPTION, state, Map.of("day", text(day)));
  }

  /** What follows on a day from the declarations of one municipality. */
  public Set<Triple> adoption(Graph state, LocalDate day, Node municipality) {
    return construct(ABOUT_ADOPTION, state, Map.of("day", text(day), "municipality", municipality));
  }

  /** What follows on a day from what one municipality declares about one standard or version. */
  public Set<Triple> adoption(Graph state, LocalDate day, Node municipality, Node subject) {
    return construct(
        ABOUT_ADOPTION,
        state,
        Map.of("day", text(day), "municipality", municipality, "subject", subject));
  }

  /**
   * Whether it can make a difference on which of two days one looks that something begins or ends
   * on a day, in a month or in a year.
   */
  public static boolean matters(Node date, LocalDate one, LocalDate other) {
    if (!date.isLiteral()) {
      return false;
    }
    String text = date.getLiteralLexicalForm();
    String first = start(one.isBefore(other) ? one : other, text.length());
    String last = start(one.isBefore(other) ? other : one, text.length());
    return (text.length() >= DAY || !first.equals(last))
        && first.compareTo(text) <= 0
        && text.compareTo(last) <= 0;
  }

  private static String start(LocalDate day, int length) {
    return day.toString().substring(0, Math.min(length, DAY));
  }

  /** What follows on a day from decisions and from statements of status. */
  public Set<Triple> standards(Graph state, LocalDate day) {
    return construct(ABOUT_STANDARDS, state, Map.of("day", text(day)));
  }

  private Set<Triple> construct(List<String> names, Graph state, Map<String, Node> values) {
    Set<Triple> triples = new LinkedHashSet<>();
    names.forEach(name -> triples.addAll(questions.construct(name, state, values)));
    return triples;
  }

  /**
   * Takes out of a state what does not hold on a day, with whatever refers to it, and counts as
   * municipalities those that were there on that day. Nothing that is derived may be in it.
   */
  public void keep(Graph state, LocalDate day) {
    Map<String, Node> values = Map.of("day", text(day));
    for (Row row : questions.select("validity/municipalities", state, values)) {
      Node municipality = row.get("municipality");
      state.delete(municipality, RDF.type.asNode(), SC.FORMER_MUNICIPALITY_CLASS);
      state.add(municipality, RDF.type.asNode(), SC.MUNICIPALITY_CLASS);
    }
    List<Row> outside = questions.select("validity/outside", state, values);
    Map<Node, List<Node>> parts = parts(state);
    for (Row row : outside) {
      Node thing = row.get("thing");
      remove(state, thing);
      parts.getOrDefault(thing, List.of()).forEach(part -> remove(state, part));
    }
  }

  /** The parts of every record that has any: the subjects under its hash IRIs. */
  private static Map<Node, List<Node>> parts(Graph state) {
    Map<Node, List<Node>> parts = new HashMap<>();
    Set<Node> seen = new LinkedHashSet<>();
    state.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).forEach(seen::add);
    for (Node subject : seen) {
      int hash = subject.getURI().indexOf('#');
      if (hash > 0) {
        Node record = NodeFactory.createURI(subject.getURI().substring(0, hash));
        parts.computeIfAbsent(record, none -> new ArrayList<>(4)).add(subject);
      }
    }
    return parts;
  }

  private static void remove(Graph state, Node thing) {
    state.find(thing, Node.ANY, Node.ANY).toList().forEach(state::delete);
    state.find(Node.ANY, Node.ANY, thing).toList().forEach(state::delete);
  }

  private static Node text(LocalDate day) {
    return NodeFactory.createLiteralString(day.toString());
  }
}
