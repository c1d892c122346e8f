package nl.standaardencatalogus.catalogue.engine;

import java.util.Iterator;
import java.util.Map;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/** Numbers as a binding of ARQ: a term is looked up when it is asked for. */
final class Row extends BindingBase {
  private final Map<Var, Integer> places;
  private final int[] values;
  private final Terms terms;

  /**
   * A row on top of another.
   *
   * @param parent null for none
   */
  Row(Binding parent, Map<Var, Integer> places, int[] values, Terms terms) {
    super(parent);
    this.places = places;
    this.values = values;
    this.terms = terms;
  }

  int[] values() {
    return values;
  }

  private int value(Var variable) {
    Integer place = places.get(variable);
    return place == null ? Nodes.NONE : values[place];
  }

  @Override
  protected Iterator<Var> vars1() {
    return places.keySet().stream().filter(this::contains1).iterator();
  }

  @Override
  protected int size1() {
    return (int) places.keySet().stream().filter(this::contains1).count();
  }

  @Override
  protected boolean isEmpty1() {
    // Asked for each triple of a template; a frame may have values that no variable has a place
    // for.
    for (int place : places.values()) {
      if (values[place] != Nodes.NONE) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected boolean contains1(Var variable) {
    return value(variable) != Nodes.NONE;
  }

  @Override
  protected Node get1(Var variable) {
    return terms.node(value(variable));
  }

  @Override
  protected Binding detachWithNewParent(Binding newParent) {
    return new Row(newParent, places, values, terms);
  }
}
