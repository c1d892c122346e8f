package nl.standaardencatalogus.server.archimate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * What of all that there is goes into one file, with every relation among it.
 *
 * @param iri what tells the selection from others, whatever is in it
 * @param name what the model is called; null for everything
 */
record Selection(String iri, String name, List<Thing> things, List<Relation> relations) {
  private static final String IRI = Iris.BASE + "archimate";

  static Selection everything(Model model) {
    return of(model, IRI, null, it -> true);
  }

  /** Components with the standards that they have to carry or may, and the versions not over. */
  static Selection components(View view, Model model, Collection<Node> components) {
    Set<Node> chosen = new HashSet<>(components);
    Set<Node> standards =
        model.relations().stream()
            .filter(it -> chosen.contains(it.from()))
            .map(Relation::to)
            .filter(it -> model.things().get(it).sort() == Thing.Sort.STANDARD)
            .collect(Collectors.toSet());
    List<Thing> named =
        model.things().values().stream().filter(it -> chosen.contains(it.node())).toList();
    List<String> slugs = named.stream().map(it -> Iris.lastSegment(it.node())).sorted().toList();
    return of(
        model,
        IRI + "?component=" + String.join(",", slugs),
        named.stream().map(Thing::title).collect(Collectors.joining(", ")),
        it ->
            chosen.contains(it.node())
                || standards.contains(it.node())
                || standards.contains(it.standard()) && !it.life(view.day()).ended());
  }

  /** A standard with all its versions, and what it has a relation with. */
  static Selection standard(View view, Model model, Node standard) {
    Set<Node> near = new HashSet<>(Set.of(standard));
    model
        .relations()
        .forEach(
            it -> {
              if (it.from().equals(standard)) {
                near.add(it.to());
              } else if (it.to().equals(standard)) {
                near.add(it.from());
              }
            });
    return of(
        model,
        standard.getURI() + "#archimate",
        view.name(standard),
        it -> near.contains(it.node()));
  }

  private static Selection of(Model model, String iri, String name, Predicate<Thing> chosen) {
    List<Thing> things = model.things().values().stream().filter(chosen).toList();
    Set<Node> nodes = things.stream().map(Thing::node).collect(Collectors.toSet());
    return new Selection(
        iri,
        name,
        things,
        model.relations().stream()
            .filter(it -> nodes.contains(it.from()) && nodes.contains(it.to()))
            .toList());
  }
}
