package nl.standaardencatalogus.server.page;

import org.apache.jena.graph.Node;

/** Where one municipality stands with one standard on a day. */
public record Held(Node declaration, Node phase, String since, boolean explained, Stage stage) {
  /** Whether it says not to use what it does not call inapplicable, and does not say why. */
  public boolean unexplained() {
    return stage == Stage.NOT && !Slugs.of(phase).equals("niet-van-toepassing");
  }

  /** How far it is by the phase alone: who explains a delay may well have a plan. */
  public Stage introduced() {
    return Stage.of(Slugs.of(phase), false);
  }
}
