package nl.standaardencatalogus.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.validity.Validity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Whether a graph has the form of a record: one IRI with its hash IRIs, nothing else, no blank
 * nodes. What a record must say is for the rules; this is what it is made of.
 */
final class RecordCheck {
  /** A record is a small graph; the largest curated one has some hundreds of triples. */
  private static final int MOST_TRIPLES = 20_000;

  /** The largest outline of a municipality is far below it. */
  private static final int LONGEST_TEXT = 4 << 20;

  private static final int LONGEST_IRI = 2_000;

  private static final int MOST_CHANGES = 50_000;

  // The catalogue writes revisions and commits itself.
  private static final Pattern OWN_TAIL =
      Pattern.compile("(?!revisie/|commit/)[a-z0-9][a-z0-9._/-]*");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`]+");

  private RecordCheck() {}

  /** What is wrong with a proposal apart from its changes, in English; empty when nothing is. */
  static Optional<String> problem(Proposal proposal) {
    if (!isAbsolute(proposal.onBehalfOf())) {
      return Optional.of("no organisation answers for the commit; name one by its IRI");
    }
    if (proposal.actor().isBlank() || proposal.reason().isBlank()) {
      return Optional.of("the commit does not say who acts and why; say both");
    }
    if (!isText(proposal.actor()) || !isText(proposal.reason())) {
      return Optional.of("the actor or the reason holds half a character");
    }
    return proposal.changes().size() > MOST_CHANGES
        ? Optional.of("it has more than " + MOST_CHANGES + " changes; make several commits of it")
        : Optional.empty();
  }

  /** What is wrong with the form of a change, in English; empty when nothing is. */
  static Optional<String> problem(Change change) {
    Node record = change.record();
    if (!canBeRecord(record)) {
      return Optional.of(
          record
              + " cannot be a record: use an IRI below "
              + Iris.BASE
              + "id/ with a kind and a slug in small letters, or one of TOOI");
    }
    Graph graph = change.graph();
    if (graph.size() > MOST_TRIPLES) {
      return Optional.of(
          "the record has "
              + graph.size()
              + " triples, more than the "
              + MOST_TRIPLES
              + " that one record may have; split it into several records");
    }
    for (Triple triple : graph.find().toList()) {
      Optional<String> problem = problem(record, triple);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return unreached(record, graph);
  }

  private static boolean canBeRecord(Node record) {
    if (!isAbsolute(record) || !record.getURI().matches("[^#?]+")) {
      return false;
    }
    String iri = record.getURI();
    String id = Iris.BASE + "id/";
    // What TOOI has an identifier for has no other one here, and TOOI writes each in one way.
    if (iri.startsWith(Iris.TOOI)) {
      return Iris.thingAt(iri.substring(Iris.TOOI.length())).equals(record);
    }
    if (!iri.startsWith(id)) {
      return false;
    }
    String tail = iri.substring(id.length());
    return OWN_TAIL.matcher(tail).matches() && Iris.thingAt(tail).equals(record);
  }

  private static boolean isAbsolute(Node node) {
    return node.isURI()
        && node.getURI().length() <= LONGEST_IRI
        && ABSOLUTE.matcher(node.getURI()).matches()
        && isText(node.getURI());
  }

  /** Half a surrogate pair cannot be written as UTF-8. */
  private static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
      }
    }
    return true;
  }

  private static Optional<String> problem(Node literal) {
    String text = literal.getLiteralLexicalForm();
    if (text.length() > LONGEST_TEXT) {
      return Optional.of("it has a text of " + text.length() + " characters; that is too long");
    }
    if (!isText(text)) {
      return Optional.of("a text in it holds half a character");
    }
    if (literal.getLiteralBaseDirection() != null) {
      return Optional.of("a text in it has a direction, which is not supported; leave that out");
    }
    String language = literal.getLiteralLanguage();
    if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
      return Optional.of("\"" + language + "\" is no language tag; write nl or en, for example");
    }
    return Optional.empty();
  }

  private static Optional<String> problem(Node record, Triple triple) {
    if (Validity.DERIVED.contains(triple.getPredicate())) {
      return Optional.of(
          "it says "
              + triple.getPredicate()
              + ", which the catalogue derives itself; leave that out");
    }
    for (Node node : new Node[] {triple.getSubject(), triple.getPredicate(), triple.getObject()}) {
      if (node.isBlank()) {
        return Optional.of(
            "it has a blank node at "
                + triple.getPredicate()
                + "; give it a hash IRI such as "
                + Iris.partBase(record)
                + "deel-1");
      }
      if (node.isLiteral()) {
        Optional<String> problem = problem(node);
        if (problem.isPresent()) {
          return problem;
        }
      }
      if (node.isURI() && node.getURI().length() > LONGEST_IRI) {
        return Optional.of(
            "it holds an IRI of "
                + node.getURI().length()
                + " characters; no more than "
                + LONGEST_IRI
                + " can be kept");
      }
      if (node.isURI() && !isAbsolute(node)) {
        return Optional.of(
            "<" + node.getURI() + "> is no absolute IRI; write it in full, without spaces");
      }
      if (!node.isURI() && !node.isLiteral()) {
        return Optional.of("it holds " + node + ", which is neither an IRI nor a literal");
      }
    }
    if (!Iris.recordOf(triple.getSubject()).equals(record)) {
      return Optional.of(
          "it says something about <"
              + triple.getSubject().getURI()
              + ">, which is not a part of"
              + " it; parts have IRIs that start with "
              + Iris.partBase(record));
    }
    return Optional.empty();
  }

  private static Optional<String> unreached(Node record, Graph graph) {
    Set<Node> reached = new HashSet<>();
    Deque<Node> next = new ArrayDeque<>();
    reached.add(record);
    next.add(record);
    while (!next.isEmpty()) {
      graph
          .find(next.remove(), Node.ANY, Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(Node::isURI)
          .filterKeep(reached::add)
          .forEach(next::add);
    }
    return graph.stream()
        .map(Triple::getSubject)
        .filter(subject -> !reached.contains(subject))
        .findFirst()
        .map(
            subject ->
                "nothing in it refers to its part <"
                    + subject.getURI()
                    + ">; refer to it, or leave it out");
  }
}
