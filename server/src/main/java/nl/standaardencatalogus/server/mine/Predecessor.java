package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The municipality whose declaration a form is filled in with.
 *
 * @param key of what it declared, which the form carries along
 * @param declaration what it declared
 * @param last when it last said so, in words
 * @param divided whether only a part of it went into the municipality that is asked
 * @param refuse where to say that it does not hold; null for who cannot
 */
public record Predecessor(
    String key, String name, Link declaration, String last, boolean divided, String refuse) {
  /** The name of the field with the key. */
  static final String FIELD = "van";

  static Predecessor of(View view, OwnDeclaration about, Inherited inherited, boolean forOther) {
    return new Predecessor(
        inherited.key(),
        view.name(inherited.predecessor()),
        view.link(inherited.declaration()),
        last(view, inherited.declaration()),
        inherited.divided(),
        forOther ? null : view.href(refusal(about, inherited)));
  }

  /** The path of the page to refuse what a predecessor declared, without language. */
  static String refusal(OwnDeclaration about, Inherited inherited) {
    return taking(about, inherited) + "&overnemen=nee";
  }

  /** The path of the form that is filled in with what it declared, without language. */
  static String taking(OwnDeclaration about, Inherited inherited) {
    return about.path() + "?" + FIELD + "=" + inherited.key();
  }

  private static String last(View view, Node declaration) {
    return view.snapshot()
        .record(declaration)
        .find(declaration, SC.LAST_CONFIRMED, Node.ANY)
        .mapWith(Triple::getObject)
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional()
        .or(() -> view.snapshot().current(declaration).map(it -> it.recorded().toString()))
        .map(view::date)
        .orElseGet(() -> view.t("unknown"));
  }
}
