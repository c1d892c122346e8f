package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.MunicipalityPage;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Download;
import nl.standaardencatalogus.server.sheet.Key;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** What somebody who acts for a municipality has a row for, and what he could have one for. */
final class SheetEntries {
  private final Acting acting;

  SheetEntries(Acting acting) {
    this.acting = acting;
  }

  /**
   * The same, with a row for whatever was typed about: also about what somebody withdrew meanwhile.
   *
   * @param typed what stands in the cells of a row, by its key
   */
  List<Download.Entry> of(Actor actor, Map<String, Map<String, String>> typed) {
    List<Download.Entry> entries = new ArrayList<>(of(actor));
    Set<Node> there = entries.stream().map(Download.Entry::record).collect(Collectors.toSet());
    typed(actor.view(), actor.code(), typed.keySet()).stream()
        .filter(it -> !there.contains(it.record()))
        .forEach(entries::add);
    return entries;
  }

  /** What there is of what was typed about, whoever typed it. */
  static List<Download.Entry> typed(View view, String code, Set<String> keys) {
    return keys.stream()
        .flatMap(key -> Key.record(key.substring(0, key.lastIndexOf('@'))).stream())
        .distinct()
        .filter(it -> OwnDeclaration.of(it).code().equals(code))
        .filter(it -> isThere(view, OwnDeclaration.of(it)))
        .map(it -> entry(view, it, Map.of()))
        .toList();
  }

  private static boolean isThere(View view, OwnDeclaration about) {
    return view.holds(about.standard()) && (about.label() == null || view.holds(about.version()));
  }

  /** The same rows, each as it was when somebody typed in it: he knows no other. */
  static List<Download.Entry> seen(
      View view, List<Download.Entry> entries, Map<String, Map<String, String>> typed) {
    Map<String, Long> revisions = TypedRows.revisions(typed);
    return entries.stream()
        .map(
            entry -> {
              long based = revisions.getOrDefault(Key.of(entry.record()), entry.revision());
              return based == entry.revision() ? entry : seen(view, entry, based);
            })
        .toList();
  }

  /** A row as it was when a declaration had another revision. */
  static Download.Entry seen(View view, Download.Entry now, long revision) {
    Graph graph =
        Ticked.seen(view, now.record(), revision).orElseGet(GraphFactory::createDefaultGraph);
    return new Download.Entry(
        now.record(), now.standard(), now.about(), graph, revision, now.force());
  }

  /** What there is, and what could be there: a row each, by the name of the standard. */
  List<Download.Entry> of(Actor actor) {
    View view = actor.view();
    Permissions permissions = acting.permissions(actor.session(), view.snapshot());
    Map<Node, String> forces = new TreeMap<>(Comparator.comparing(Node::getURI));
    for (MunicipalityPage.Line line : MunicipalityPage.of(view, actor.municipality()).applies()) {
      view.thing(line.standard()).ifPresent(it -> forces.put(it, line.force().label()));
    }
    List<Node> declared = declared(view.snapshot(), actor.municipality());
    Set<Node> standards =
        declared.stream().map(it -> Iris.standardOf(it).orElseThrow()).collect(Collectors.toSet());
    String code = actor.code();
    Stream<Node> missing =
        forces.keySet().stream()
            .filter(it -> !standards.contains(it))
            .map(it -> Iris.declaration(code, Mine.code(it)));
    return Stream.concat(declared.stream(), missing)
        .filter(it -> permissions.denial(List.of(Change.delete(it))).isEmpty())
        .map(it -> entry(view, it, forces))
        .sorted(
            Comparator.comparing((Download.Entry it) -> view.name(it.standard()).toLowerCase())
                .thenComparing(it -> it.record().getURI()))
        .toList();
  }

  /** The row of one declaration, with by what it is asked where that is known. */
  private static Download.Entry entry(View view, Node record, Map<Node, String> forces) {
    OwnDeclaration about = OwnDeclaration.of(record);
    Snapshot state = view.snapshot();
    return new Download.Entry(
        record,
        about.standard(),
        about.label() == null ? about.standard() : about.version(),
        state.record(record),
        state.current(record).map(Snapshot.Current::revision).orElse(0L),
        forces.getOrDefault(about.standard(), ""));
  }

  private static List<Node> declared(Snapshot state, Node municipality) {
    return state
        .graph()
        .find(Node.ANY, SC.MUNICIPALITY, municipality)
        .mapWith(Triple::getSubject)
        .filterKeep(it -> Iris.standardOf(it).isPresent())
        .toList();
  }

  /** The keys of the standards that have no row, by name. */
  Map<String, String> others(Actor actor, Set<Node> there) {
    View view = actor.view();
    Permissions permissions = acting.permissions(actor.session(), view.snapshot());
    String code = actor.code();
    Map<String, String> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Node standard : view.standards("")) {
      Node record = Iris.declaration(code, Mine.code(standard));
      boolean may = permissions.denial(List.of(Change.delete(record))).isEmpty();
      if (may && !there.contains(standard)) {
        others.putIfAbsent(view.name(standard), Key.of(record));
      }
    }
    return others;
  }
}
