package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The municipality whose declaration a form is filled in with.
 *
 * @param code which the form carries along
 * @param declaration what it declared
 * @param last when it last said so, in words
 * @param divided whether only a part of it went into the municipality that is asked
 * @param refuse where to say that it does not hold; null for who cannot
 */
public record Predecessor(
    String code, String name, Link declaration, String last, boolean divided, String refuse) {
  /** The name of the field with the code. */
  static final String FIELD = "van";

  static Predecessor of(View view, OwnDeclaration about, Inherited inherited, boolean forOther) {
    String code = Mine.code(inherited.predecessor());
    return new Predecessor(
        code,
        view.name(inherited.predecessor()),
        view.link(inherited.declaration()),
        last(view, inherited.declaration()),
        inherited.divided(),
        forOther ? null : view.href(refusal(about, code)));
  }

  /** The path of the page to refuse what a predecessor declared, without language. */
  static String refusal(OwnDeclaration about, String code) {
    return about.path() + "?" + FIELD + "=" + code + "&overnemen=nee";
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
