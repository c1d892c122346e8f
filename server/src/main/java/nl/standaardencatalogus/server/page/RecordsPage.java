package nl.standaardencatalogus.server.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** All records of a kind that has no list of its own, by name. */
public record RecordsPage(Frame frame, String title, List<Link> records) {
  /** The class that each list is about, by the last part of its path. */
  static final Map<String, String> CLASSES =
      Map.of(
          "organisaties", "Organisation",
          "provincies", "Province",
          "herindelingen", "Reorganisation");

  static RecordsPage of(View view, String section) {
    String title = view.t("list." + section);
    Node type = NodeFactory.createURI(Iris.BASE + "def#" + CLASSES.get(section));
    return new RecordsPage(
        view.frame(title, "", view.crumbs(Link.text(title)), true),
        title,
        view.ask("record/of-class", "class", type).stream()
            .map(r -> view.link(r.get("record")))
            .sorted(Comparator.comparing(l -> l.label().toLowerCase(view.language().locale())))
            .toList());
  }

  /** The list that the page at a path is part of. */
  static Optional<Link> list(View view, String path) {
    String section = path.substring(1, Math.max(1, path.indexOf('/', 1)));
    if (section.equals("begrippen")) {
      return Optional.of(view.section("concepts", "/begrippen"));
    }
    if (section.equals("opgaven")) {
      return Optional.of(view.section("municipalities", "/gemeenten"));
    }
    if (section.equals("adviezen")) {
      return Optional.of(view.section("fund.title", "/fonds"));
    }
    return CLASSES.containsKey(section)
        ? Optional.of(view.section("list." + section, "/" + section))
        : Optional.empty();
  }
}
