package nl.standaardencatalogus.catalogue.engine;

import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import org.apache.jena.graph.Node;

/** Gives a variable the value of an expression; none when that is an error. */
final class Bind extends Once {
  private final Frame frame;
  private final int place;
  private final Supplier<Node> value;
  private boolean gave;

  Bind(Frame frame, int place, Supplier<Node> value) {
    this.frame = frame;
    this.place = place;
    this.value = value;
  }

  @Override
  boolean holds() {
    gave = false;
    Node node = value.get();
    if (node == null) {
      return true;
    }
    int number = frame.terms().number(node);
    int before = frame.values()[place];
    if (before != Nodes.NONE) {
      return before == number;
    }
    frame.values()[place] = number;
    gave = true;
    return true;
  }

  @Override
  void undo() {
    if (gave) {
      frame.values()[place] = Nodes.NONE;
      gave = false;
    }
  }
}
