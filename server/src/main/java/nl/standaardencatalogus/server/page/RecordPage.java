package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Any record, term of a code list or part of the history: all that is recorded of it. */
public record RecordPage(
    Frame frame,
    String name,
    List<Badge> kinds,
    List<String> lead,
    List<Fact> facts,
    List<Part> parts,
    List<Incoming> incoming,
    List<Fact> state,
    boolean sample,
    List<Link> downloads,
    List<Earlier> revisions,
    List<String> sources,
    List<Link> derived,
    String weakness) {
  private static final int MOST = 100;
  private static final Pattern NUMBERED = Pattern.compile(".*-(\\d+)");
  private static final String SC = Iris.BASE + "def#";
  private static final String DERIVED = "wasDerivedFrom";
  private static final List<String> ELSEWHERE =
      List.of(
          "type",
          "description",
          "definition",
          "sourceText",
          "confidence",
          "currentRevision",
          DERIVED);

  /** A part of the record with an identifier of its own. */
  public record Part(String id, String label, List<Fact> facts) {}

  /** What points to the record in one way. */
  public record Incoming(String label, int count, List<Link> records) {}

  /** The page about a record, in a list. */
  public static RecordPage of(View view, Node record, Link list) {
    Map<Node, List<Triple>> subjects = subjects(view, record);
    List<Triple> own = subjects.getOrDefault(record, List.of());
    String name = view.name(record);
    List<Badge> kinds = kinds(view, own);
    List<Link> crumbs = new ArrayList<>(view.crumbs());
    if (list != null) {
      crumbs.add(list);
    }
    crumbs.add(Link.text(name));
    return new RecordPage(
        view.frame(name, "", crumbs, true, record),
        name,
        kinds,
        Stream.of("description", "definition")
            .flatMap(property -> texts(view, own, property).stream())
            .toList(),
        facts(view, own, true),
        parts(view, record, subjects),
        incoming(view, record),
        state(view, record),
        own.stream().anyMatch(t -> t.getObject().toString().equals(SC + "SampleData")),
        View.data(record),
        view.revisions(record),
        texts(view, own, "sourceText"),
        own.stream()
            .filter(t -> Iris.lastSegment(t.getPredicate()).equals(DERIVED))
            .map(t -> value(view, t.getObject()))
            .sorted(Comparator.comparing(Link::label))
            .toList(),
        own.stream()
            .filter(t -> Iris.lastSegment(t.getPredicate()).equals("confidence"))
            .map(t -> view.weakness(t.getObject()))
            .filter(w -> w != null)
            .findFirst()
            .orElse(null));
  }

  /** The triples by subject; what is no record, such as a concept, is read from the whole. */
  private static Map<Node, List<Triple>> subjects(View view, Node record) {
    Graph own = view.snapshot().record(record);
    Map<Node, List<Triple>> subjects = new TreeMap<>(Comparator.comparing(Node::toString));
    var triples = own.isEmpty() ? view.snapshot().graph().find(record, null, null) : own.find();
    triples.forEach(t -> subjects.computeIfAbsent(t.getSubject(), s -> new ArrayList<>()).add(t));
    return subjects;
  }

  private static List<Badge> kinds(View view, List<Triple> own) {
    return own.stream()
        .filter(t -> t.getPredicate().equals(RDF.type.asNode()) && t.getObject().isURI())
        .map(Triple::getObject)
        .filter(c -> c.getURI().startsWith(SC) || view.overview().names().containsKey(c))
        .map(c -> new Badge(view.term(c), ""))
        .distinct()
        .toList();
  }

  private static List<String> texts(View view, List<Triple> triples, String property) {
    return inLanguage(
            view,
            triples.stream()
                .filter(t -> Iris.lastSegment(t.getPredicate()).equals(property))
                .map(Triple::getObject)
                .toList())
        .stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .toList();
  }

  /** Texts in the page's language where there are any, else all of them. */
  private static List<Node> inLanguage(View view, List<Node> values) {
    List<Node> own =
        values.stream()
            .filter(n -> n.isLiteral() && n.getLiteralLanguage().equals(view.language().tag()))
            .toList();
    return own.isEmpty() ? values : own;
  }

  private static List<Fact> facts(View view, List<Triple> triples, boolean whole) {
    Map<Node, List<Node>> values = new HashMap<>();
    for (Triple t : triples) {
      String property = Iris.lastSegment(t.getPredicate());
      if (!(whole && ELSEWHERE.contains(property)) && !property.equals("type")) {
        values.computeIfAbsent(t.getPredicate(), p -> new ArrayList<>()).add(t.getObject());
      }
    }
    List<Fact> facts = new ArrayList<>();
    values.forEach(
        (property, nodes) ->
            facts.add(
                new Fact(
                    view.term(property),
                    inLanguage(view, nodes).stream()
                        .map(n -> value(view, property, n))
                        .sorted(Comparator.comparing(Link::label))
                        .toList())));
    facts.sort(Comparator.comparing(Fact::label));
    return facts;
  }

  private static Link value(View view, Node property, Node node) {
    if (node.isLiteral()) {
      Optional<String> key = Codes.text(Iris.lastSegment(property), node.getLiteralLexicalForm());
      String language = node.getLiteralLanguage();
      boolean other = !language.isEmpty() && !language.equals(view.language().tag());
      return new Link(
          key.map(it -> view.t(it)).orElseGet(() -> view.literal(node)),
          null,
          other ? language : null);
    }
    return value(view, node);
  }

  static Link value(View view, Node node) {
    if (node.isLiteral()) {
      return Link.text(view.literal(node));
    }
    if (node.isURI() && node.getURI().contains("#") && PagePaths.of(node).isPresent()) {
      List<Triple> part = view.snapshot().graph().find(node, null, null).toList();
      return new Link(partName(view, node, part), "#" + Iris.lastSegment(node));
    }
    Link link = view.link(node);
    if (link.href() != null || view.overview().names().containsKey(node)) {
      return link;
    }
    String address = node.toString();
    return new Link(address, PagePaths.web(address) ? address : null);
  }

  private static List<Part> parts(View view, Node record, Map<Node, List<Triple>> subjects) {
    List<Part> parts = new ArrayList<>();
    subjects.forEach(
        (subject, triples) -> {
          if (!subject.equals(record)) {
            parts.add(
                new Part(
                    Iris.lastSegment(subject),
                    partName(view, subject, triples),
                    facts(view, triples, false)));
          }
        });
    return parts;
  }

  /** What kind of part it is, and which: by its number where its identifier ends in one. */
  private static String partName(View view, Node part, List<Triple> triples) {
    String id = Iris.lastSegment(part);
    Matcher numbered = NUMBERED.matcher(id);
    String which = numbered.matches() ? numbered.group(1) : "(" + id + ")";
    return kinds(view, triples).stream()
        .findFirst()
        .map(kind -> kind.label() + " " + which)
        .orElse(id);
  }

  private static List<Incoming> incoming(View view, Node record) {
    Map<Node, Map<Node, Link>> groups = new LinkedHashMap<>();
    for (Row row : view.ask("record/incoming", "record", record)) {
      Node subject = row.get("subject");
      if (!subject.isURI()) {
        continue;
      }
      Node from = Iris.recordOf(subject);
      String property = Iris.lastSegment(row.get("property"));
      if (!from.equals(record) && !property.equals("specializationOf")) {
        groups
            .computeIfAbsent(row.get("property"), p -> new HashMap<>())
            .computeIfAbsent(from, view::link);
      }
    }
    List<Incoming> incoming = new ArrayList<>();
    groups.forEach(
        (property, links) ->
            incoming.add(
                new Incoming(
                    view.term(property),
                    links.size(),
                    links.values().stream()
                        .sorted(
                            Comparator.comparing(
                                l -> l.label().toLowerCase(view.language().locale())))
                        .limit(MOST)
                        .toList())));
    incoming.sort(Comparator.comparing(Incoming::label));
    return incoming;
  }

  private static List<Fact> state(View view, Node record) {
    List<Fact> state = new ArrayList<>();
    Snapshot.Current current = view.snapshot().current(record).orElse(null);
    if (current != null) {
      state.add(
          new Fact(
              view.t("record.recorded"),
              List.of(Link.text(view.date(current.recorded().toString())))));
      state.add(new Fact(view.t("record.behalf"), List.of(view.link(current.onBehalfOf()))));
      view.states()
          .commit(current.commit())
          .flatMap(Commit::proposer)
          .ifPresent(
              it ->
                  state.add(
                      new Fact(view.t("record.proposed"), List.of(view.link(it.organisation())))));
      state.add(new Fact(view.t("record.commit"), List.of(view.commit(current.commit()))));
    }
    state.add(view.uri(record));
    return state;
  }
}
