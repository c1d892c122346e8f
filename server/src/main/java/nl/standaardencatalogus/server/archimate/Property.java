package nl.standaardencatalogus.server.archimate;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Bound;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.Stated;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What a model says of an element or a relation under a name.
 *
 * @param key what tells the name from others in any language
 * @param name as tools show it
 */
record Property(String key, String name, String value) {
  /**
   * What GEMMA calls its own identifiers: by these, not by those in a file, things are the same.
   */
  static final String OBJECT_ID = "Object ID";

  private static final String GEMMA_TYPE = "GEMMA type";
  private static final Node BOUND =
      NodeFactory.createURI(Iris.BASE + "def/status-as/vng-verbindendheid");

  /** All that is said of a thing. */
  static List<Property> of(View view, Thing thing) {
    List<Property> all = new ArrayList<>();
    add(all, "object-id", OBJECT_ID, thing.gemma());
    add(all, "iri", view.t("archimate.iri"), thing.node().getURI());
    add(
        all,
        "gemma-type",
        GEMMA_TYPE,
        thing.gemmaType() == null ? null : view.name(thing.gemmaType()));
    add(all, "issued", view.t("version.issued"), thing.issued());
    add(all, "end", view.t("version.end"), thing.end());
    for (Stated stated : thing.statuses()) {
      stated(all, view, stated);
    }
    StandardSummary standard = view.overview().byStandard().get(thing.node());
    if (standard != null) {
      standard.bound().ifPresent(it -> bound(all, view, it));
    }
    return all;
  }

  /** All that is said of a relation. */
  static List<Property> of(View view, Relation relation) {
    List<Property> all = new ArrayList<>();
    add(all, "iri", view.t("archimate.iri"), relation.iri());
    if (relation.qualifier() != null) {
      add(all, "qualifier", view.t("archimate.qualifier"), view.name(relation.qualifier()));
    }
    return all;
  }

  private static void stated(List<Property> all, View view, Stated stated) {
    String axis = view.name(stated.axis());
    String key = stated.axis().getURI();
    String name = axis;
    if (stated.authority() != null) {
      key = key + " " + stated.authority();
      name = view.t("archimate.by", axis, view.name(stated.authority()));
    }
    add(all, key, name, view.name(stated.value()));
    add(all, key + " from", view.t("archimate.since", name), stated.from());
    add(all, key + " source", view.t("archimate.source", name), stated.source());
  }

  private static void bound(List<Property> all, View view, Bound bound) {
    String key = BOUND.getURI();
    String name = view.name(BOUND);
    add(all, key, name, view.name(bound.forceNode()));
    add(all, key + " from", view.t("archimate.since", name), bound.from());
    add(all, key + " source", view.t("archimate.source", name), bound.decision().getURI());
  }

  private static void add(List<Property> all, String key, String name, String value) {
    if (value != null) {
      all.add(new Property(key, name, value));
    }
  }

  /** The identifier of its definition. */
  String definition() {
    return Identifier.of(Iris.BASE + "archimate " + key);
  }
}
