package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** Every code list with its concepts. */
public record ConceptsPage(Frame frame, List<Scheme> schemes) {
  /** One code list. */
  public record Scheme(Link scheme, List<Link> concepts) {}

  static ConceptsPage of(View view) {
    Map<Node, List<Link>> concepts = new HashMap<>();
    for (Row row : view.questions().select("record/schemes", view.snapshot().graph())) {
      concepts
          .computeIfAbsent(row.get("scheme"), s -> new ArrayList<>())
          .add(view.link(row.get("concept")));
    }
    List<Scheme> schemes = new ArrayList<>();
    concepts.forEach(
        (scheme, own) ->
            schemes.add(
                new Scheme(
                    view.link(scheme),
                    own.stream().sorted(Comparator.comparing(Link::label)).toList())));
    schemes.sort(Comparator.comparing(s -> s.scheme().label()));
    return new ConceptsPage(
        view.frame(view.t("concepts"), "", view.crumbs(Link.text(view.t("concepts"))), true),
        schemes);
  }
}
