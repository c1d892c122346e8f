package nl.standaardencatalogus.server.archimate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * A view of a model in columns: elements, then standards, then versions, each beside its standard.
 *
 * @param iri what tells it from other views
 * @param language of its name: layers have theirs from ArchiMate, in English
 */
record Diagram(String iri, String name, String language, List<Box> boxes, List<Relation> lines) {
  static final int WIDTH = 180;
  static final int HEIGHT = 55;
  private static final int STEP_RIGHT = WIDTH + 100;
  private static final int STEP_DOWN = HEIGHT + 20;
  private static final int MARGIN = 20;
  private static final int ROWS = 40;

  /** More than this is a web that nobody can read: then each layer has a view of its own. */
  private static final int MOST = 250;

  /** An element in the view. */
  record Box(Thing thing, int x, int y) {
    String id(Diagram diagram) {
      return Identifier.in(diagram.iri(), thing.node().getURI());
    }
  }

  /** The views of a selection: one, or one for each layer and one of the standards. */
  static List<Diagram> of(View view, Selection selection) {
    List<Thing> all = selection.things();
    String own = view.language().tag();
    if (all.size() <= MOST) {
      return List.of(of(selection, "overzicht", view.t("archimate.view"), own, all));
    }
    Map<Layer, List<Thing>> layers = new EnumMap<>(Layer.class);
    List<Thing> standards = new ArrayList<>();
    for (Thing thing : all) {
      (thing.sort() == Thing.Sort.ELEMENT
              ? layers.computeIfAbsent(thing.layer(), none -> new ArrayList<>())
              : standards)
          .add(thing);
    }
    List<Diagram> views = new ArrayList<>();
    layers.forEach(
        (layer, things) -> views.add(of(selection, layer.name(), layer.folder(), "en", things)));
    if (!standards.isEmpty()) {
      views.add(of(selection, "standaarden", view.t("standards"), own, standards));
    }
    return views;
  }

  private static Diagram of(
      Selection selection, String slug, String name, String language, List<Thing> things) {
    Set<Node> shown = things.stream().map(Thing::node).collect(Collectors.toSet());
    return new Diagram(
        selection.iri() + "/" + slug,
        name,
        language,
        placed(things),
        selection.relations().stream()
            .filter(it -> shown.contains(it.from()) && shown.contains(it.to()))
            .toList());
  }

  private static List<Box> placed(List<Thing> things) {
    List<Box> boxes = new ArrayList<>();
    Map<Node, List<Thing>> groups = new LinkedHashMap<>();
    int elements = 0;
    for (Thing thing : things) {
      switch (thing.sort()) {
        case ELEMENT -> boxes.add(box(thing, elements / ROWS, elements++ % ROWS));
        case STANDARD -> groups.computeIfAbsent(thing.node(), none -> new ArrayList<>()).add(thing);
        // One whose standard is not there, or not known, stands by itself.
        case VERSION ->
            groups
                .computeIfAbsent(
                    thing.standard() == null ? thing.node() : thing.standard(),
                    none -> new ArrayList<>())
                .add(thing);
      }
    }
    int column = (elements + ROWS - 1) / ROWS;
    int row = 0;
    for (List<Thing> group : groups.values()) {
      List<Thing> versions = group.stream().filter(it -> it.sort() == Thing.Sort.VERSION).toList();
      int rows = Math.max(1, versions.size());
      if (row > 0 && row + rows > ROWS) {
        column += 2;
        row = 0;
      }
      if (group.get(0).sort() == Thing.Sort.STANDARD) {
        boxes.add(box(group.get(0), column, row));
      }
      for (int i = 0; i < versions.size(); i++) {
        boxes.add(box(versions.get(i), column + 1, row + i));
      }
      row += rows;
    }
    return boxes;
  }

  private static Box box(Thing thing, int column, int row) {
    return new Box(thing, MARGIN + column * STEP_RIGHT, MARGIN + row * STEP_DOWN);
  }
}
